import { z } from 'zod'
import { defineEvent } from './define-event.ts'

const aboutProject = {
  project_id: z.uuid(),
  team_id: z.uuid(),
  key: z.string(),
  name: z.string(),
  status: z.string(),
  version: z.int().positive(),
}

export const projectCreated = defineEvent('project.created', z.object(aboutProject))

export const projectUpdated = defineEvent(
  'project.updated',
  z.object({ ...aboutProject, changed_fields: z.array(z.string()) }),
)

export const projectDeleted = defineEvent(
  'project.deleted',
  z.object({ project_id: z.uuid(), team_id: z.uuid(), version: z.int().positive() }),
)

/** Columns were added, changed, ordered anew or removed: the board is to be read again. */
export const boardChanged = defineEvent(
  'board.changed',
  z.object({ project_id: z.uuid(), board_version: z.int() }),
)

export const projectMilestone = defineEvent(
  'project.milestone',
  z.object({
    project_id: z.uuid(),
    milestone_id: z.uuid(),
    name: z.string(),
    change: z.enum(['added', 'achieved', 'missed', 'moved', 'renamed', 'reopened', 'removed']),
    due_date: z.iso.date(),
    previous_due_date: z.iso.date().nullable(),
    achieved_on: z.iso.date().nullable(),
    version: z.int().positive(),
  }),
)
