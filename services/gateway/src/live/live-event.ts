import { z } from 'zod'

/**
 * What the gateway must know of an event to pass it on; the rest it passes unread. The ids are
 * optional because each event has those it is about.
 */
export const liveEventSchema = z.looseObject({
  event_id: z.uuid(),
  event_type: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  project_id: z.uuid().nullish(),
  team_id: z.uuid().optional(),
  user_id: z.uuid().optional(),
  assignee_id: z.uuid().nullish(),
  previous_assignee_id: z.uuid().nullish(),
  scope_project_ids: z.array(z.uuid()).optional(),
  changed_fields: z.array(z.string()).optional(),
  not_before: z.iso.datetime({ offset: true }).optional(),
})
export type LiveEvent = z.infer<typeof liveEventSchema>
