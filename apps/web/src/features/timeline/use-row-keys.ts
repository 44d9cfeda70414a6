import type { TimelineTask } from '@milepost/api-contracts/timeline'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Chart, nameOfRow, rangeOf } from './chart.ts'
import { dragged, draggedBy, isUnmoved } from './drag-spans.ts'
import type { TimelineRow } from './rows.ts'
import { type Span, stepDays } from './spans.ts'
import { texts } from './texts.ts'
import { announced, barDragged, currentDraft, dragEnded } from './timeline-store.ts'

interface RowKeysOptions {
  chart: Chart
  tasks: readonly TimelineTask[]
  /** The reader may move bars. */
  movable: boolean
  active: number
  rowsPerPage: number
  onActive: (index: number) => void
  onFold: (id: string) => void
  onOpen: (id: string) => void
  onLinks: (id: string) => void
  onDrop: (taskId: string, spans: ReadonlyMap<string, Span>) => void
}

/** The rows with the keyboard alone: walk, fold, open, and move what they show. */
export function useRowKeys(options: RowKeysOptions) {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  // A bar moves while Shift or Alt is held and is let go with it.
  useEffect(() => {
    const drop = () => {
      const draft = currentDraft()
      if (draft?.by !== 'keyboard') return
      dragEnded()
      const { onDrop, tasks } = latest.current
      const task = tasks.find(({ id }) => id === draft.taskId)
      const from = task && dragged(tasks, task, !draft.spans.has(task.id))
      if (from && !isUnmoved(from, draft.spans)) onDrop(draft.taskId, draft.spans)
    }
    const handle = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Shift' || key === 'Alt') drop()
    }
    window.addEventListener('keyup', handle)
    window.addEventListener('blur', drop)
    return () => {
      window.removeEventListener('keyup', handle)
      window.removeEventListener('blur', drop)
    }
  }, [])

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('[data-row]') === null) return
    if (handleKey(latest.current, event)) event.preventDefault()
  }
}

/** Whether the key meant something. */
function handleKey(options: RowKeysOptions, event: KeyboardEvent<HTMLElement>): boolean {
  const { chart, active, rowsPerPage, onActive, onOpen, onLinks } = options
  const row = chart.rows[active]
  if (!row || event.ctrlKey || event.metaKey) return false
  const horizontal = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (horizontal !== 0) {
    if (event.shiftKey || event.altKey) return moveBar(options, row, horizontal, event.altKey)
    return foldOrStep(options, row, horizontal)
  }
  const steps: Record<string, number> = {
    ArrowUp: active - 1,
    ArrowDown: active + 1,
    PageUp: active - rowsPerPage,
    PageDown: active + rowsPerPage,
    Home: 0,
    End: chart.rows.length - 1,
  }
  const step = steps[event.key]
  if (step !== undefined) {
    onActive(Math.max(0, Math.min(chart.rows.length - 1, step)))
    return true
  }
  if (event.key === 'Escape' && currentDraft()) {
    dragEnded()
    announced(texts.leftAlone(nameOfRow(chart.key, row)))
    return true
  }
  if (row.kind !== 'task') return false
  if (event.key === 'Enter') onOpen(row.id)
  else if (event.key === 'l' || event.key === 'L') onLinks(row.id)
  else return false
  return true
}

function foldOrStep(
  { chart, active, onActive, onFold }: RowKeysOptions,
  row: TimelineRow,
  way: 1 | -1,
) {
  const folds = row.kind === 'task' && row.parent
  if (folds && row.collapsed === (way === 1)) onFold(row.id)
  else if (way === 1 && folds) onActive(active + 1)
  else if (way === -1) {
    const parent = chart.rows.findLastIndex((one, index) => index < active && one.depth < row.depth)
    if (parent !== -1) onActive(parent)
  } else return false
  return true
}

function moveBar(
  { chart, tasks, movable }: RowKeysOptions,
  row: TimelineRow,
  way: 1 | -1,
  resizes: boolean,
): boolean {
  if (row.kind !== 'task' || !movable) return true
  if (resizes && row.parent) return true
  const draft = currentDraft()
  const known = draft?.taskId === row.id ? draft.spans : dragged(tasks, row.task, row.parent)
  // Nothing under a parent is left to move.
  if (known.size === 0 && row.parent) return true
  // What has no dates yet begins today.
  const spans = known.size > 0 ? known : new Map([[row.id, firstSpan(chart)]])
  const kind = resizes ? 'due' : 'move'
  const anchor = [...spans.values()].reduce(
    (day, span) => Math.min(day, resizes ? span.due : span.start),
    Number.POSITIVE_INFINITY,
  )
  const days = known.size > 0 ? stepDays(chart.calendar, anchor, way) : 0
  const next = draggedBy(chart.calendar, spans, kind, days)
  barDragged({ taskId: row.id, kind, by: 'keyboard', spans: next })
  announced(texts.lies(nameOfRow(chart.key, row), rangeOf(wholeOf(next))))
  return true
}

function firstSpan({ calendar, today }: Chart): Span {
  const day = calendar.dayAt(calendar.before(today))
  return { start: day, due: day }
}

/** From the first start to the last end. */
function wholeOf(spans: ReadonlyMap<string, Span>): Span {
  const all = [...spans.values()]
  return {
    start: Math.min(...all.map(({ start }) => start)),
    due: Math.max(...all.map(({ due }) => due)),
  }
}
