import { z } from 'zod'
import { defineEvent } from './define-event.ts'

/** Somebody's inbox has a line more, or one line changed. What it says is read from the inbox. */
export const notificationAdded = defineEvent('notification.added', z.object({ user_id: z.uuid() }))
