import type { TimelineTask } from '@milepost/api-contracts/timeline'
import type { WorkingCalendar } from '@milepost/schedule/working-calendar'
import { leavesUnder } from './rows.ts'
import { moveSpan, resizeSpan, type Span, sameSpan, spanOf } from './spans.ts'
import type { DragKind } from './timeline-store.ts'

/** The contract's limit of one change. */
export const tasksPerMove = 200

/**
 * The bars a drag of this one takes along: itself, or all that lies under a parent and is not finished,
 * because the dates of finished work are what happened.
 */
export function dragged(
  tasks: readonly TimelineTask[],
  task: TimelineTask,
  parent: boolean,
): Map<string, Span> {
  const spans = new Map<string, Span>()
  const leaves = parent
    ? leavesUnder(tasks, task.id).filter(
        ({ status }) => status !== 'done' && status !== 'cancelled',
      )
    : [task]
  for (const leaf of leaves) {
    const span = spanOf(leaf)
    if (span) spans.set(leaf.id, span)
  }
  return spans
}

/** Where they lie after so many calendar days of dragging. */
export function draggedBy(
  calendar: WorkingCalendar,
  spans: ReadonlyMap<string, Span>,
  kind: DragKind,
  days: number,
): Map<string, Span> {
  const place = (span: Span) =>
    kind === 'move' ? moveSpan(calendar, span, days) : resizeSpan(calendar, span, kind, days)
  return new Map([...spans].map(([id, span]) => [id, place(span)]))
}

/** Whether a drag came back to where it began. */
export const isUnmoved = (from: ReadonlyMap<string, Span>, to: ReadonlyMap<string, Span>) =>
  [...to].every(([id, span]) => sameSpan(span, from.get(id)))
