import { v7 as uuidv7 } from 'uuid'
import { type Build, get, still } from './target.ts'

export const notificationCalls: Record<string, Build> = {
  N01: get('/notifications'),
  XN01: async () => ({
    call: {
      method: 'POST',
      path: '/notifications/read',
      body: { ids: [uuidv7()], read: true },
    },
  }),
  XN02: get('/notification-preferences'),
  XN03: still({ method: 'PUT', path: '/notification-preferences', body: { items: [] } }),
}
