import type { SignedIn } from '@milepost/api-contracts/auth'
import type { Role } from '@milepost/api-contracts/roles'
import { uuid } from './portfolio.ts'

/** What a sign-in answers, with a token a test can recognise. */
export const session = (access_token = 'token-1', role: Role = 'executive'): SignedIn => ({
  access_token,
  expires_in: 300,
  user: {
    id: uuid(1),
    email: 'executive@milepost.example',
    display_name: 'Helen Vasquez',
    roles: [role],
    teams: [],
    timezone: 'Europe/London',
    version: 1,
  },
})

export const problemBody = (status: number, kind: string, detail = 'Not that one.') => ({
  type: `/problems/${kind}`,
  title: kind,
  status,
  detail,
  correlation_id: 'req-12345678',
})
