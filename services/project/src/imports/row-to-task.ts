import type { DraftFields } from '#drafts/draft.ts'
import type { FileTask } from './parsed-file.ts'
import { type Row, type RowReader, shortened } from './row-reader.ts'
import { parsePriority, parseStatus } from './words.ts'

interface Place {
  ref: string
  /** Undefined when the table does not speak of parents. */
  parent_ref: string | null | undefined
}

const titleMax = 300
const descriptionMax = 20_000
const labelMax = 40
const labelsMax = 20
const reasonMax = 500

/** One row as a task. What a task cannot hold is cut, and listed as lost. */
export function rowToTask(reader: RowReader, row: Row, { ref, parent_ref }: Place): FileTask {
  const title = reader.text(row, 'title')
  if (title === '') reader.fail(row, 'A title is missing.')
  const cut = cutter(reader)
  const completed = reader.date(row, 'completed_on')
  return {
    ...{ ref, parent_ref, line: row.line },
    title: cut(title, titleMax, 'Titles'),
    fields: fieldsOf(reader, row),
    ...(completed && { completed_at: new Date(`${completed}T12:00:00Z`) }),
    assignee: reader.has('assignee') ? reader.text(row, 'assignee') || null : undefined,
    category: reader.has('category') ? reader.text(row, 'category') || null : undefined,
  }
}

function fieldsOf(reader: RowReader, row: Row): DraftFields {
  const cut = cutter(reader)
  const status = statusOf(reader, row)
  const reason = reader.text(row, 'blocked_reason')
  return {
    status,
    ...(status === 'blocked' && reason && { blocked_reason: cut(reason, reasonMax, 'Reasons') }),
    priority: priorityOf(reader, row),
    ...(reader.has('description') && {
      description: cut(reader.text(row, 'description'), descriptionMax, 'Descriptions'),
    }),
    ...(reader.has('labels') && { labels: labelsOf(reader, row) }),
    start_date: reader.date(row, 'start_date'),
    due_date: reader.date(row, 'due_date'),
    not_before: reader.date(row, 'not_before'),
    estimate_minutes: reader.minutes(row, 'estimate'),
    remaining_minutes: reader.minutes(row, 'remaining'),
    completion_percentage:
      reader.percentage(row, 'completion_percentage') ??
      (reader.has('completion_percentage') ? 0 : undefined),
  }
}

function statusOf(reader: RowReader, row: Row) {
  const text = reader.text(row, 'status')
  const status = parseStatus(text)
  if (text !== '' && status === undefined) {
    reader.lose(`Status “${shortened(text)}”`, 'Not known here; such tasks become To do.')
  }
  return status
}

function priorityOf(reader: RowReader, row: Row) {
  const text = reader.text(row, 'priority')
  const priority = parsePriority(text)
  if (text !== '' && priority === undefined) {
    reader.lose(`Priority “${shortened(text)}”`, 'Not known here; such tasks become medium.')
  }
  return priority
}

function labelsOf(reader: RowReader, row: Row): string[] {
  const cut = cutter(reader)
  const labels = reader
    .all(row, 'labels')
    .flatMap((cell) => cell.split(/[,;]/))
    .map((label) => cut(label.trim(), labelMax, 'Labels'))
    .filter((label) => label !== '')
  const distinct = [...new Set(labels)]
  if (distinct.length > labelsMax) {
    reader.lose('Labels', `Only the first ${labelsMax} of a task are kept.`)
  }
  return distinct.slice(0, labelsMax)
}

const cutter = (reader: RowReader) => (text: string, max: number, what: string) => {
  if (text.length > max) reader.lose(what, `Cut after ${max.toLocaleString('en')} characters.`)
  return text.slice(0, max).trim()
}
