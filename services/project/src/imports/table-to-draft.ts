import type { ImportField } from '@milepost/api-contracts/imports'
import type { DraftError } from '#drafts/check-draft.ts'
import type { DurationUnit } from './parse-values.ts'
import type { FileDraft, FileTask, Loss } from './parsed-file.ts'
import type { Table } from './read-table.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import { rowToTask } from './row-to-task.ts'
import { readLinks } from './table-links.ts'
import { isAlias, namesOfRows, readParents } from './table-parents.ts'

export type Mapping = readonly (ImportField | null)[]

interface TableOptions {
  mapping: Mapping
  /** What a bare number of work counts. */
  unit: DurationUnit
}

export interface TableReading {
  draft: FileDraft
  losses: Loss[]
  errors: DraftError[]
}

/** The tasks that the rows of a table describe, and what of them is not understood. */
export function tableToDraft(table: Table, { mapping, unit }: TableOptions): TableReading {
  const losses: Loss[] = unmappedLosses(table, mapping)
  const errors: DraftError[] = []
  const reader = rowReader(table, mapping, { losses, errors, unit })
  if (!mapping.includes('title')) {
    return { draft: emptyDraft(), losses, errors: [{ line: 1, detail: noTitle }] }
  }
  const names = namesOfRows(table, reader)
  const parents = readParents(table, reader, { names, losses })
  const tasks = table.rows.map((row, place): FileTask => {
    const parent_ref = parents?.[place]
    return rowToTask(reader, row, { ref: names.refs[place] ?? '', parent_ref })
  })
  if (!mapping.includes('external_key')) losses.push(...table.rows.map(() => knownByTitle))
  const links = readLinks(table, reader, { names, losses })
  return { draft: withMilestones({ ...emptyDraft(), tasks, links }, table, reader), losses, errors }
}

const noTitle = 'No column says what the tasks are called. Choose one for “Title”.'
const knownByTitle: Loss = {
  what: 'No column with keys',
  detail:
    'When the file comes again, its tasks are recognised by their titles: another title is another task.',
}

const emptyDraft = (): FileDraft => ({ tasks: [], milestones: [], links: [], baselines: [] })

/** A column that nobody chose a meaning for, once for each row that says something in it. */
function unmappedLosses({ header, rows }: Table, mapping: Mapping): Loss[] {
  return header.flatMap((name, column) => {
    // Rows may name each other by it, whatever it is called.
    if (mapping[column] != null || name === '' || isAlias(name)) return []
    const filled = rows.filter(({ cells }) => cells[column])
    const loss = { what: `Column “${name}”`, detail: 'Not taken over.', minor: true }
    return filled.map(() => loss)
  })
}

/** A milestone is due with the last of the tasks that lead to it. */
function withMilestones(draft: FileDraft, table: Table, reader: RowReader): FileDraft {
  if (!reader.has('milestone')) return draft
  const dueOf = new Map<string, string | null>()
  const tasks = draft.tasks.map((task, place) => {
    const name = reader.text(table.rows[place], 'milestone')
    if (!name) return { ...task, milestone_ref: null }
    const [due, known] = [task.fields.due_date ?? null, dueOf.get(name) ?? null]
    dueOf.set(name, due !== null && (known === null || due > known) ? due : known)
    return { ...task, milestone_ref: `milestone:${name}` }
  })
  const milestones = [...dueOf].map(([name, due]) => ({
    ref: `milestone:${name}`,
    name,
    due_date: due ?? '',
  }))
  return { ...draft, tasks, milestones }
}
