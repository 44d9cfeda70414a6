import { create } from 'zustand'
import { clampZoom, zoomLevels } from './axis.ts'

export const columnNames = ['key', 'start', 'due', 'done', 'float', 'variance'] as const
export type ColumnName = (typeof columnNames)[number]

/** In pixels. */
export const columnWidths: Record<ColumnName, number> = {
  key: 58,
  start: 50,
  due: 50,
  done: 42,
  float: 42,
  variance: 58,
}

interface ViewOptions {
  pxPerDay: number
  portfolioPxPerDay: number
  columns: readonly ColumnName[]
  /** Null until the reader drew it: then it follows the window. */
  tableWidth: number | null
  critical: boolean
}

const key = 'milepost.timeline.view'
/** From this width of the window on, every column has room. */
const wide = 1600

const atFirst = (): ViewOptions => ({
  pxPerDay: zoomLevels.week,
  portfolioPxPerDay: zoomLevels.month,
  columns: window.innerWidth >= wide ? columnNames : ['due', 'done', 'variance'],
  tableWidth: null,
  critical: true,
})

const useViewStore = create<ViewOptions>()(() => ({ ...atFirst(), ...kept() }))

/** How this device shows timelines. */
export const useViewOptions = () => useViewStore()

export function viewChanged(change: Partial<ViewOptions>): void {
  useViewStore.setState(change)
  localStorage.setItem(key, JSON.stringify(useViewStore.getState()))
}

export type ZoomOption = 'pxPerDay' | 'portfolioPxPerDay'

export const zoomedBy = (factor: number, option: ZoomOption = 'pxPerDay') =>
  viewChanged({ [option]: clampZoom(useViewStore.getState()[option] * factor) })

export function columnToggled(name: ColumnName): void {
  const { columns } = useViewStore.getState()
  const on = new Set(columns)
  if (!on.delete(name)) on.add(name)
  viewChanged({ columns: columnNames.filter((one) => on.has(one)) })
}

/** Room for the title and the columns, and not more than half of the window. */
export function tableWidthFor(columns: readonly ColumnName[], windowWidth: number): number {
  if (windowWidth <= 720) return 168
  const needed = columns.reduce((sum, name) => sum + columnWidths[name] + 6, 0)
  return Math.round(Math.min(needed + 376, windowWidth * 0.46))
}

function kept(): Partial<ViewOptions> {
  const text = localStorage.getItem(key)
  return text === null ? {} : (JSON.parse(text) as Partial<ViewOptions>)
}
