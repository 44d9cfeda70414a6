import { taskPrioritySchema, taskStatusSchema } from '@milepost/api-contracts/tasks'

/** Everything that an address says about a list, in both directions. */
export const columnIds = [
  'key',
  'title',
  'status',
  'assignee',
  'priority',
  'start',
  'due',
  'estimate',
  'remaining',
  'progress',
  'milestone',
  'category',
  'labels',
] as const
export type ColumnId = (typeof columnIds)[number]

export const defaultColumns: readonly ColumnId[] = [
  ...(['key', 'title', 'status', 'assignee', 'priority', 'due', 'estimate'] as const),
  'milestone',
]

export const groupings = ['none', 'status', 'assignee', 'priority', 'milestone', 'parent'] as const
export type Grouping = (typeof groupings)[number]

export const dueFilters = ['late', 'week', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]

/** Filters that take several values, any of which will do; "none" stands for nothing being set. */
export const filterNames = [
  'status',
  'assignee',
  'priority',
  'milestone',
  'category',
  'label',
] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Record<FilterName, string[]>

export interface Sorting {
  column: ColumnId
  descending: boolean
}

export interface ListState {
  /** A part of a title, or a key. */
  text: string
  filters: Filters
  due: DueFilter | null
  sort: Sorting
  group: Grouping
  /** In their order. */
  columns: ColumnId[]
  /** In pixels, of those that somebody changed. */
  widths: Partial<Record<ColumnId, number>>
}

const isColumn = (name: string): name is ColumnId => (columnIds as readonly string[]).includes(name)

const oneOf = <Value extends string>(values: readonly Value[], text: string | null) =>
  values.find((value) => value === text)

const known: Partial<Record<FilterName, readonly string[]>> = {
  status: taskStatusSchema.options,
  priority: taskPrioritySchema.options,
}

/** Reads what an address says. What it says wrongly is as if it was not said. */
export function readState(params: URLSearchParams): ListState {
  const split = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '')
  const allowed = (name: FilterName) => (value: string) => known[name]?.includes(value) ?? true
  const sort = params.get('sort') ?? 'key'
  const column = sort.replace(/^-/, '')
  const columns = split('columns').filter(isColumn)
  return {
    text: params.get('q') ?? '',
    filters: Object.fromEntries(
      filterNames.map((name) => [name, split(name).map(decoded).filter(allowed(name))]),
    ) as Filters,
    due: oneOf(dueFilters, params.get('due')) ?? null,
    sort: isColumn(column)
      ? { column, descending: sort.startsWith('-') }
      : { column: 'key', descending: false },
    group: oneOf(groupings, params.get('group')) ?? 'none',
    columns: columns.length > 0 ? columns : [...defaultColumns],
    widths: readWidths(split('widths')),
  }
}

/** A value may hold the comma that parts them. One that somebody typed wrongly stays as it is. */
const decoded = (part: string) => (/%(?![0-9A-Fa-f]{2})/.test(part) ? part : safely(part))

function safely(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Translates: bytes that are no UTF-8 are text as it stands.
    return part
  }
}

const [widthMin, widthMax] = [48, 960]

function readWidths(parts: readonly string[]): ListState['widths'] {
  const widths = parts.flatMap((part) => {
    const [name = '', width] = part.split(':')
    const pixels = Number(width)
    return isColumn(name) && pixels >= widthMin && pixels <= widthMax
      ? [[name, Math.round(pixels)] as const]
      : []
  })
  return Object.fromEntries(widths)
}

export const clampWidth = (width: number) => Math.min(widthMax, Math.max(widthMin, width))

/** What the address says about the list, shortest first: what is as usual is not said. */
export function writeState(state: ListState): Record<string, string> {
  const { text, filters, due, sort, group, columns, widths } = state
  const said: [string, string][] = [
    ['q', text],
    ...filterNames.map((name): [string, string] => [
      name,
      filters[name].map(encodeURIComponent).join(','),
    ]),
    ['due', due ?? ''],
    ['sort', sort.column === 'key' && !sort.descending ? '' : signed(sort)],
    ['group', group === 'none' ? '' : group],
    ['columns', columns.join() === defaultColumns.join() ? '' : columns.join()],
    [
      'widths',
      Object.entries(widths)
        .map((pair) => pair.join(':'))
        .join(),
    ],
  ]
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

const signed = ({ column, descending }: Sorting) => `${descending ? '-' : ''}${column}`

/** Parameters of an address that are about the list; others are left alone. */
export const stateParams = ['q', ...filterNames, 'due', 'sort', 'group', 'columns', 'widths']

export const isFiltered = ({ text, filters, due }: ListState) =>
  text !== '' || due !== null || filterNames.some((name) => filters[name].length > 0)
