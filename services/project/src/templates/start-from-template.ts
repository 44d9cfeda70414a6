import type { Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { compareDraft } from '#drafts/compare.ts'
import { writeDraft } from '#drafts/write-draft.ts'
import { lockBoard } from '#tasks/queries.ts'
import { templatePolicy } from './policy.ts'
import { findTemplate } from './queries.ts'
import { readCalendar } from './read-calendar.ts'
import { toDraft } from './to-draft.ts'

interface StartCommand {
  actor: Actor
  projectId: string
  templateId: string
  /** The template's day 0. */
  start: string
  correlationId: string
  now: Date
}

/** Gives a new project the tasks, links and milestones of a template. Throws 422 for an unknown one. */
export async function startFromTemplate(tx: Tx, command: StartCommand): Promise<void> {
  const { actor, projectId, templateId, start, correlationId, now } = command
  const template = await findTemplate(tx, templateId)
  if (!template || !templatePolicy.see(actor, template)) throw unknownReference('#/template_id')
  const calendar = await readCalendar(tx, projectId)
  const draft = toDraft(template.content, { calendar, start })
  const progress = await lockBoard(tx, projectId)
  const comparison = compareDraft(draft, { tasks: new Map(), milestones: new Map() }, now)
  const cause = { actorId: actor.id, correlationId }
  await writeDraft(tx, { progress, cause, draft, comparison, now })
}
