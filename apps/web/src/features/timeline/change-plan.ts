import type { SchedulePreview, Timeline } from '@milepost/api-contracts/timeline'
import { toDay } from '@milepost/schedule/day-number'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, explain } from '#shared/api/api-problem.ts'
import { formatDayRange } from '#shared/format/dates.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { type Span, spanDates } from './spans.ts'
import { texts } from './texts.ts'
import { applySchedule, previewSchedule, undoChangeSet } from './timeline-api.ts'
import { timelineOutdated } from './timeline-query.ts'
import {
  announced,
  changeAnswered,
  changeProposed,
  changeSent,
  proposalSaving,
} from './timeline-store.ts'

/** A plan as far as a change of it needs to know it. */
export type PlanHead = Pick<Timeline, 'project_id' | 'key' | 'tasks'>
type Spans = ReadonlyMap<string, Span>

/**
 * Bars were let go somewhere else. What moves nothing but them is saved at once; what would push
 * others, break a link or land in a freeze is shown first.
 */
export async function barsDropped(
  client: QueryClient,
  plan: PlanHead,
  taskId: string,
  spans: Spans,
): Promise<void> {
  changeSent(spans)
  const answer = await asked(client, plan, () =>
    previewSchedule(plan.project_id, { changes: changesOf(plan, spans) }),
  )
  if (!answer) return
  const label = nameOf(plan, taskId)
  if (goesUnasked(answer)) return save(client, plan, { taskId, spans, digest: answer.digest })
  changeProposed({ taskId, label, changes: spans, answer, spans: proposedSpans(answer, spans) })
  announced(texts.proposed(label, answer.moves.length, answer.violations.length))
}

/** The reader said yes to what was proposed. */
export async function proposalAccepted(
  client: QueryClient,
  plan: PlanHead,
  proposal: { taskId: string; changes: Spans; answer: SchedulePreview },
): Promise<void> {
  proposalSaving()
  const { taskId, changes, answer } = proposal
  await save(client, plan, { taskId, spans: changes, digest: answer.digest })
}

interface Saved {
  taskId: string
  spans: Spans
  /** Of the moves that were shown: others are refused. */
  digest: string
}

async function save(client: QueryClient, plan: PlanHead, { taskId, spans, digest }: Saved) {
  const applied = await asked(client, plan, () =>
    applySchedule(plan.project_id, { changes: changesOf(plan, spans), expected_digest: digest }),
  )
  if (!applied) return
  await timelineOutdated(client, plan.project_id)
  changeAnswered()
  const own = applied.moves.find((move) => move.task_id === taskId)?.to ?? datesOf(spans, taskId)
  const others = applied.moves.filter(({ cause }) => cause !== 'asked').length
  const text = texts.moved(rangeOf(own), others)
  announced(`${nameOf(plan, taskId)} ${text}`)
  somethingHappened({
    subject: nameOf(plan, taskId),
    text,
    undo: () => void undo(client, plan, applied.change_set.id),
  })
}

async function undo(client: QueryClient, plan: PlanHead, changeSetId: string): Promise<void> {
  const undone = await asked(client, plan, async () => {
    await undoChangeSet(changeSetId)
    return true
  })
  if (!undone) return
  await timelineOutdated(client, plan.project_id)
  announced(texts.undone)
}

/** The answer, or null after saying why there is none and showing the plan as it is. */
async function asked<Answer>(
  client: QueryClient,
  plan: PlanHead,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    changeAnswered()
    if (!(error instanceof ApiProblem)) throw error
    somethingFailed(explain(error))
    await timelineOutdated(client, plan.project_id)
    return null
  }
}

/** Nothing but what was asked for moves, and nothing is wrong with it. */
const goesUnasked = ({ moves, violations }: SchedulePreview) =>
  violations.length === 0 && moves.every(({ cause }) => cause === 'asked')

function proposedSpans({ moves }: SchedulePreview, asked: Spans): Spans {
  const spans = new Map(asked)
  for (const { task_id, to } of moves) {
    const start = to.start_date ?? to.due_date
    const due = to.due_date ?? to.start_date
    if (start !== null && due !== null) spans.set(task_id, { start: toDay(start), due: toDay(due) })
  }
  return spans
}

const changesOf = ({ tasks }: PlanHead, spans: Spans) =>
  tasks.flatMap(({ id, version }) => {
    const span = spans.get(id)
    return span ? [{ task_id: id, version, ...spanDates(span) }] : []
  })

function datesOf(spans: Spans, taskId: string) {
  const span = spans.get(taskId) ?? [...spans.values()][0]
  return span ? spanDates(span) : { start_date: null, due_date: null }
}

const rangeOf = (dates: { start_date: string | null; due_date: string | null }) =>
  dates.start_date && dates.due_date ? formatDayRange(dates.start_date, dates.due_date) : ''

const nameOf = ({ key, tasks }: PlanHead, taskId: string) =>
  `${key}-${tasks.find(({ id }) => id === taskId)?.number ?? '?'}`
