import type { TemplateDetail, TemplateView } from '@milepost/api-contracts/templates'
import type { Actor } from '@milepost/service-kit/authentication'
import { canUpdateTemplate } from './policy.ts'
import type { TemplateRow } from './template-row.ts'

export function presentTemplate(actor: Actor, template: TemplateRow): TemplateView {
  const { id, name, description, team_id, built_in, content, version } = template
  const ends = [
    ...content.tasks.map(({ start_day, duration_days }) => (start_day ?? 0) + (duration_days ?? 0)),
    ...content.milestones.map(({ day }) => day + 1),
  ]
  return {
    ...{ id, name, description, team_id, built_in, version },
    task_count: content.tasks.length,
    milestone_count: content.milestones.length,
    duration_days: Math.max(0, ...ends),
    can: { update: canUpdateTemplate(actor, template) },
  }
}

export const presentTemplateDetail = (actor: Actor, template: TemplateRow): TemplateDetail => ({
  ...presentTemplate(actor, template),
  content: template.content,
})
