import { z } from 'zod'
import { defineEvent } from './define-event.ts'

const aboutUser = {
  user_id: z.uuid(),
  display_name: z.string(),
  is_active: z.boolean(),
  version: z.int().positive(),
}

export const userCreated = defineEvent('user.created', z.object(aboutUser))
export const userUpdated = defineEvent('user.updated', z.object(aboutUser))
export const userDeactivated = defineEvent('user.deactivated', z.object(aboutUser))

/** Roles, teams or active state changed: tokens issued before `not_before` speak for what was. */
export const userAccessChanged = defineEvent(
  'user.access_changed',
  z.object({ user_id: z.uuid(), not_before: z.iso.datetime({ offset: true }) }),
)

export const teamMembershipChanged = defineEvent(
  'team.membership_changed',
  z.object({
    team_id: z.uuid(),
    user_id: z.uuid(),
    change: z.enum(['added', 'removed', 'lead_changed']),
  }),
)
