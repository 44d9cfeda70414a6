import type { ImportCounts, ImportPreview } from '@milepost/api-contracts/imports'
import { levelOf } from '#drafts/check-draft.ts'
import { type Outcome, parentsFirst } from '#drafts/compare.ts'
import type { Column, Loss } from './parsed-file.ts'
import type { ImportPlan } from './plan-import.ts'

const tasksShown = 100
const errorsShown = 100
const lossesShown = 200

export function presentPlan(plan: ImportPlan, columns: readonly Column[]): ImportPreview {
  return {
    columns: [...columns],
    counts: countsOf(plan),
    tasks: presentTasks(plan),
    milestones: plan.draft.milestones.slice(0, tasksShown).map(({ ref, name, due_date }) => ({
      ...{ name, due_date, outcome: plan.comparison?.milestoneOutcomes.get(ref) ?? 'new' },
    })),
    losses: gather(plan.losses),
    errors: plan.errors.slice(0, errorsShown),
  }
}

export function countsOf({ comparison, links, baselines, draft }: ImportPlan): ImportCounts {
  const count = (outcomes: ReadonlyMap<string, Outcome> | undefined, all: readonly unknown[]) => {
    const of = (wanted: Outcome) =>
      [...(outcomes?.values() ?? [])].filter((outcome) => outcome === wanted).length
    return {
      new: outcomes ? of('new') : all.length,
      changed: of('changed'),
      unchanged: of('unchanged'),
    }
  }
  return {
    tasks: count(comparison?.taskOutcomes, draft.tasks),
    milestones: count(comparison?.milestoneOutcomes, draft.milestones),
    links,
    baselines: baselines.length,
  }
}

/** The first ones, in the file's order, parents before their parts. */
function presentTasks({ draft, comparison, members }: ImportPlan): ImportPreview['tasks'] {
  const taskOf = new Map(draft.tasks.map((task) => [task.ref, task]))
  const nameOf = new Map(members.map(({ id, display_name }) => [id, display_name]))
  const milestoneOf = new Map(draft.milestones.map(({ ref, name }) => [ref, name]))
  return parentsFirst(draft.tasks)
    .slice(0, tasksShown)
    .map((task) => {
      const { status = 'todo', priority = 'medium', assignee_id, ...fields } = task.fields
      return {
        line: task.line ?? null,
        level: levelOf(task, taskOf),
        ...{ title: task.title, status, priority },
        assignee: nameOf.get(assignee_id ?? '') ?? null,
        milestone: milestoneOf.get(task.milestone_ref ?? '') ?? null,
        start_date: fields.start_date ?? null,
        due_date: fields.due_date ?? null,
        estimate_minutes: fields.estimate_minutes ?? null,
        outcome: comparison?.taskOutcomes.get(task.ref) ?? 'new',
      }
    })
}

/** The same loss once, with how often; what people wrote before what a tool adds, the most frequent first. */
function gather(losses: readonly Loss[]): ImportPreview['losses'] {
  const found = new Map<string, Loss & { count: number }>()
  for (const { what, detail, minor = false } of losses) {
    const known = found.get(`${what}\n${detail}`)
    if (known) known.count += 1
    else found.set(`${what}\n${detail}`, { what, detail, minor, count: 1 })
  }
  return [...found.values()]
    .sort((one, other) => Number(one.minor) - Number(other.minor) || other.count - one.count)
    .slice(0, lossesShown)
}
