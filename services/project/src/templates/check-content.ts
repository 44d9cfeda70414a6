import type { TemplateContent } from '@milepost/api-contracts/templates'
import { buildCalendar } from '@milepost/schedule/working-calendar'
import { checkDraft } from '#drafts/check-draft.ts'
import { badContent } from './refusals.ts'
import { toDraft } from './to-draft.ts'

/** Throws 400 for refs that name nothing or two things, and for circles. */
export function checkContent(content: TemplateContent): void {
  const taskRefs = new Set(content.tasks.map(({ ref }) => ref))
  const milestoneRefs = new Set(content.milestones.map(({ ref }) => ref))
  const named = [
    ...content.tasks.map(({ parent_ref }) => parent_ref),
    ...content.links.flatMap(({ predecessor_ref, successor_ref }) => [
      predecessor_ref,
      successor_ref,
    ]),
  ]
  const unknown = [
    ...named.filter((ref) => ref !== null && !taskRefs.has(ref)),
    ...content.tasks
      .map(({ milestone_ref }) => milestone_ref)
      .filter((ref) => ref !== null && !milestoneRefs.has(ref)),
  ]
  if (unknown.length > 0) throw badContent(unknown.map((ref) => `Nothing is called “${ref}”.`))
  if (milestoneRefs.size < content.milestones.length)
    throw badContent(['Two milestones share a ref.'])
  const errors = checkDraft(toDraft(content, { calendar: buildCalendar([]), start: '2000-01-03' }))
  if (errors.length > 0) throw badContent(errors.map(({ detail }) => detail))
}
