import type { TemplateContent } from '@milepost/api-contracts/templates'

export interface Step {
  ref: string
  title: string
  /** Working days. */
  days: number
  hours: number
  /** Steps that must be done before; the step before it in its phase, when left out. */
  after?: readonly string[]
  description?: string
  priority?: TemplateContent['tasks'][number]['priority']
  labels?: string[]
}

export interface Phase {
  title: string
  /** Reached when the phase is done. */
  milestone: string
  steps: readonly Step[]
}

/** Phases and their steps as a template: each step begins the day after the last that it waits for. */
export function outlinePlan(phases: readonly Phase[]): TemplateContent {
  /** The first day after each step. */
  const endOf = new Map<string, number>()
  const content: TemplateContent = { milestones: [], tasks: [], links: [] }
  for (const [place, { title, milestone, steps }] of phases.entries()) {
    const [phase, milestone_ref] = [`phase-${place + 1}`, `milestone-${place + 1}`]
    content.tasks.push({ ...bare, ref: phase, title, milestone_ref })
    for (const [index, { days, hours, after, ...step }] of steps.entries()) {
      const before =
        after ??
        steps
          .slice(0, index)
          .slice(-1)
          .map(({ ref }) => ref)
      const start_day = Math.max(0, ...before.map((ref) => endOf.get(ref) ?? 0))
      endOf.set(step.ref, start_day + days)
      content.tasks.push({
        ...bare,
        ...step,
        ...{ parent_ref: phase, milestone_ref, start_day, duration_days: days },
        estimate_minutes: hours * 60,
      })
      const links = before.map((ref) => ({
        ...{ predecessor_ref: ref, successor_ref: step.ref, type: 'FS' as const, lag_minutes: 0 },
      }))
      content.links.push(...links)
    }
    const last = Math.max(...steps.map(({ ref }) => endOf.get(ref) ?? 1))
    content.milestones.push({ ref: milestone_ref, name: milestone, description: '', day: last - 1 })
  }
  return content
}

const bare = {
  ...{ parent_ref: null, description: '', priority: 'medium' as const, labels: [] },
  ...{ estimate_minutes: null, start_day: null, duration_days: null },
}
