import type { ImportFile } from '@milepost/api-contracts/imports'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Milestone } from '@milepost/db-schemas/milestones'
import { checkDraft, type DraftError } from '#drafts/check-draft.ts'
import { type Comparison, compareDraft } from '#drafts/compare.ts'
import type { DraftBaseline } from '#drafts/draft.ts'
import { linkRows } from '#drafts/write-links.ts'
import { findTasks, type TaskRow } from '#tasks/queries.ts'
import type { FileDraft, Loss, ParsedFile } from './parsed-file.ts'
import {
  listAssignable,
  listBaselineNames,
  listCategories,
  listImportedItems,
  listLinks,
  listMilestoneRows,
  type MemberRow,
} from './queries.ts'
import { resolveNames } from './resolve-names.ts'
import { plain } from './words.ts'

export interface ImportPlan {
  source: string
  draft: FileDraft
  /** Undefined when the draft is not sound. */
  comparison: Comparison | undefined
  links: { new: number; changed: number; unchanged: number }
  baselines: DraftBaseline[]
  members: MemberRow[]
  losses: Loss[]
  errors: DraftError[]
}

interface Question {
  project: { id: string; team_id: string }
  parsed: ParsedFile
  kind: ImportFile['kind']
  now: Date
}

/** What importing a file into a project would do, without doing any of it. */
export async function planImport(db: Db | Tx, question: Question): Promise<ImportPlan> {
  const { project, parsed, kind, now } = question
  const losses = [...parsed.losses]
  const members = await listAssignable(db, project.team_id)
  const categories = await listCategories(db)
  const named = resolveNames(parsed.draft, { members, categories, losses })
  const milestones = await listMilestoneRows(db, project.id)
  const isTable = kind === 'csv' || kind === 'xlsx' || kind === 'jira'
  const draft = isTable ? withKnownMilestones(named, milestones, losses) : named

  const errors = [...parsed.errors, ...checkDraft(draft)]
  const baselineNames = await listBaselineNames(db, project.id)
  const baselines = draft.baselines.filter(({ name }) => !baselineNames.has(name))
  const plan = { source: parsed.source, draft, baselines, members, losses }
  const noLinks = { new: 0, changed: 0, unchanged: 0 }
  if (errors.length > 0) return { ...plan, errors, comparison: undefined, links: noLinks }

  const known = await readKnown(db, { project, source: parsed.source, draft, milestones, isTable })
  const comparison = compareDraft(draft, known, now)
  losses.push(...lateFinishes(draft, comparison))
  const existing = await listLinks(db, project.id)
  const links = { ...noLinks }
  for (const { predecessor_id, successor_id, type, lag_minutes } of linkRows(draft, comparison)) {
    const before = existing.get(`${predecessor_id} ${successor_id}`)
    links[
      before === undefined ? 'new' : before === `${type} ${lag_minutes}` ? 'unchanged' : 'changed'
    ] += 1
  }
  return { ...plan, comparison, links, errors: comparison.errors }
}

interface Place {
  project: { id: string }
  source: string
  draft: FileDraft
  milestones: readonly Milestone[]
  isTable: boolean
}

async function readKnown(db: Db | Tx, { project, source, draft, milestones, isTable }: Place) {
  const items = await listImportedItems(db, project.id, source)
  const rows = await findTasks(
    db,
    items.flatMap(({ task_id }) => task_id ?? []),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const milestoneOf = new Map(milestones.map((row) => [row.id, row]))
  const tasks = new Map<string, TaskRow>()
  const known = new Map<string, Milestone>()
  for (const { external_key, task_id, milestone_id } of items) {
    const row = rowOf.get(task_id ?? '')
    const milestone = milestoneOf.get(milestone_id ?? '')
    if (row) tasks.set(external_key, row)
    if (milestone) known.set(external_key, milestone)
  }
  // A table knows its milestones by name only.
  const byName = new Map(milestones.map((row) => [plain(row.name), row]))
  for (const { ref, name } of isTable ? draft.milestones : []) {
    const row = byName.get(plain(name))
    if (row) known.set(ref, row)
  }
  return { tasks, milestones: known }
}

/** A milestone that is here keeps its date; one that is not needs a task with a date. */
function withKnownMilestones(
  draft: FileDraft,
  rows: readonly Milestone[],
  losses: Loss[],
): FileDraft {
  const known = new Map(rows.map((row) => [plain(row.name), row]))
  const milestones = draft.milestones.flatMap((milestone) => {
    const row = known.get(plain(milestone.name))
    if (row) return [{ ...milestone, name: row.name, due_date: row.due_date }]
    if (milestone.due_date !== '') return [{ ...milestone, name: milestone.name.slice(0, 200) }]
    losses.push({
      what: `Milestone “${milestone.name}”`,
      detail: 'Not here, and no task that leads to it has a due date to make it from.',
    })
    return []
  })
  const kept = new Set(milestones.map(({ ref }) => ref))
  const tasks = draft.tasks.map((task) =>
    task.milestone_ref != null && !kept.has(task.milestone_ref)
      ? { ...task, milestone_ref: undefined }
      : task,
  )
  return { ...draft, tasks, milestones }
}

/** Finished work without a day counts from today, which a forecast would take for speed. */
function lateFinishes(draft: FileDraft, { taskOutcomes }: Comparison): Loss[] {
  const late = draft.tasks.filter(
    ({ ref, fields, completed_at }) =>
      fields.status === 'done' && completed_at === undefined && taskOutcomes.get(ref) === 'new',
  )
  return late.map(() => ({
    what: 'Day on which tasks were finished',
    detail: 'The file does not say it; they count as finished today.',
  }))
}
