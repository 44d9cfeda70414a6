import type { ProjectFile } from '@milepost/api-contracts/project-file'
import Papa from 'papaparse'
import writeXlsxFile from 'write-excel-file/node'

type Cell = string | number | null

interface Column {
  name: string
  width: number
  value: (task: ProjectFile['tasks'][number]) => Cell
}

const hours = (minutes: number | null | undefined) => (minutes == null ? null : minutes / 60)

/** The columns of a table of tasks; those of hours only where the file has any. */
function columnsOf(file: ProjectFile): Column[] {
  const keyOf = new Map(file.tasks.map(({ id, number }) => [id, `${file.project.key}-${number}`]))
  const milestoneOf = new Map(file.milestones.map(({ id, name }) => [id, name]))
  const before = Map.groupBy(file.links, ({ successor_id }) => successor_id)
  const withHours = file.tasks.some(({ estimate_minutes }) => estimate_minutes !== undefined)
  return [
    { name: 'Key', width: 12, value: ({ id }) => keyOf.get(id) ?? null },
    { name: 'Title', width: 48, value: ({ title }) => title },
    { name: 'Parent', width: 12, value: ({ parent_id }) => keyOf.get(parent_id ?? '') ?? null },
    { name: 'Status', width: 12, value: ({ status }) => status },
    { name: 'Blocked reason', width: 24, value: ({ blocked_reason }) => blocked_reason },
    { name: 'Priority', width: 10, value: ({ priority }) => priority },
    { name: 'Assignee', width: 28, value: ({ assignee }) => assignee?.email ?? null },
    { name: 'Category', width: 16, value: ({ category }) => category },
    {
      name: 'Milestone',
      width: 24,
      value: (task) => milestoneOf.get(task.milestone_id ?? '') ?? null,
    },
    { name: 'Labels', width: 20, value: ({ labels }) => labels.join(', ') || null },
    { name: 'Start', width: 12, value: ({ start_date }) => start_date },
    { name: 'Due', width: 12, value: ({ due_date }) => due_date },
    ...(withHours
      ? [
          { name: 'Estimate, h', width: 12, value: (task: Task) => hours(task.estimate_minutes) },
          { name: 'Remaining, h', width: 12, value: (task: Task) => hours(task.remaining_minutes) },
        ]
      : []),
    { name: 'Progress, %', width: 12, value: (task) => task.completion_percentage },
    { name: 'Completed on', width: 12, value: (task) => task.completed_at?.slice(0, 10) ?? null },
    {
      name: 'Predecessors',
      width: 20,
      value: ({ id }) =>
        (before.get(id) ?? [])
          .map(({ predecessor_id, type, lag_minutes }) =>
            linkText(keyOf.get(predecessor_id) ?? '', type, lag_minutes),
          )
          .join(', ') || null,
    },
    { name: 'Description', width: 60, value: ({ description }) => description || null },
  ]
}

type Task = ProjectFile['tasks'][number]

function linkText(key: string, type: string, lagMinutes: number): string {
  const sign = lagMinutes < 0 ? '-' : '+'
  const lag = lagMinutes === 0 ? '' : `${sign}${Math.abs(lagMinutes)}m`
  return type === 'FS' && lag === '' ? key : `${key}${type}${lag}`
}

/**
 * For a spreadsheet: a text that it would take for a formula is written so that it stays text. The byte order
 * mark tells Excel that it is UTF-8.
 */
export function writeCsv(file: ProjectFile): string {
  const columns = columnsOf(file)
  const csv = Papa.unparse(
    {
      fields: columns.map(({ name }) => name),
      data: file.tasks.map((task) => columns.map(({ value }) => value(task))),
    },
    { escapeFormulae: true, newline: '\r\n' },
  )
  return `\uFEFF${csv}`
}

/** A workbook's cell takes no more. */
const cellMax = 32_767

/** The cells are typed, so a text never becomes a formula. */
export async function writeXlsx(file: ProjectFile): Promise<Buffer> {
  const columns = columnsOf(file)
  const header = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }))
  const rows = file.tasks.map((task) => columns.map(({ value }) => typed(value(task))))
  return writeXlsxFile([header, ...rows], {
    sheet: 'Tasks',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function typed(value: Cell) {
  if (value === null) return null
  return typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value: value.slice(0, cellMax) }
}
