import type { Line } from './arrange-rows.ts'
import type { ColumnId } from './list-state.ts'
import {
  type Cell,
  cellOpened,
  cellReached,
  currentList,
  rangeChosen,
  selectionCleared,
  tasksChosen,
  taskToggled,
} from './list-store.ts'

interface Grid {
  lines: readonly Line[]
  columns: readonly ColumnId[]
  /** How many rows a page holds. */
  page: number
  canEdit: (cell: Cell) => boolean
  onOpen: (taskId: string) => void
  scrollTo: (index: number) => void
}

interface Pressed {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** What a key does to the list; false for a key that is not the list's. */
export function gridKeyPressed(event: Pressed, grid: Grid): boolean {
  const { lines, columns } = grid
  const { active, selected } = currentList()
  const at = Math.max(0, active ? lines.findIndex(({ id }) => id === active.lineId) : 0)
  const column = Math.max(0, active ? columns.indexOf(active.column) : 0)
  const line = lines[at]
  const chosen = event.ctrlKey || event.metaKey
  if (chosen && event.key.toLowerCase() === 'a') {
    tasksChosen(lines.flatMap((one) => (one.kind === 'task' ? [one.id] : [])))
    return true
  }
  if (chosen) return false

  const rows: Record<string, number> = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, j: at + 1, k: at - 1 },
    ...{ PageDown: at + grid.page, PageUp: at - grid.page },
  }
  const cells: Record<string, number> = {
    ...{ ArrowRight: column + 1, ArrowLeft: column - 1, Home: 0, End: columns.length - 1 },
  }
  const row = rows[event.key]
  if (row !== undefined) {
    reach(grid, row, column)
    if (event.shiftKey) extendTo(grid, line, row)
    return true
  }
  const cell = cells[event.key]
  if (cell !== undefined) {
    reach(grid, at, cell)
    return true
  }
  if (event.key === 'Escape') {
    if (selected.size === 0) return false
    selectionCleared()
    return true
  }
  if (line?.kind !== 'task' || !active) return false
  if (event.key === ' ') {
    if (event.shiftKey) rangeChosen(idsOf(lines), line.id)
    else taskToggled(line.id)
    return true
  }
  if (event.key === 'Enter' || event.key === 'F2') {
    if (grid.canEdit(active)) cellOpened(active)
    else grid.onOpen(line.id)
    return true
  }
  return false
}

const idsOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => (line.kind === 'task' ? [line.id] : []))

function reach({ lines, columns, scrollTo }: Grid, row: number, column: number): void {
  const index = Math.min(lines.length - 1, Math.max(0, row))
  const line = lines[index]
  const name = columns[Math.min(columns.length - 1, Math.max(0, column))]
  if (!line || !name) return
  cellReached({ lineId: line.id, column: name })
  scrollTo(index)
}

function extendTo({ lines }: Grid, from: Line | undefined, row: number): void {
  const line = lines[Math.min(lines.length - 1, Math.max(0, row))]
  const { anchor } = currentList()
  if (anchor === null && from?.kind === 'task') tasksChosen([from.id])
  if (line?.kind === 'task') rangeChosen(idsOf(lines), line.id)
}
