import { invalidRequest } from '@milepost/service-kit/problem'

type Day = string | null | undefined

/** Whether work would end on a day before the one it begins on. Without either day nothing is known. */
export const endsBeforeItBegins = (start: Day, end: Day): boolean =>
  start != null && end != null && end < start

interface DateFields<Name extends string> {
  /** The row as it would be. */
  after: Partial<Record<Name, Day>>
  /** What the caller sent. Dates that were contradictory before do not stop a change of something else. */
  given: Partial<Record<Name, unknown>>
  fields: readonly [start: Name, end: Name]
  /** Where the fields are in the body. */
  at?: string
}

/** Throws 400, naming the date that was sent, or the end when both were, for work that ends before it begins. */
export function refuseReversedDates<Name extends string>({
  after,
  given,
  fields: [start, end],
  at = '#',
}: DateFields<Name>): void {
  const named = [end, start].find((field) => given[field] !== undefined)
  if (named === undefined || !endsBeforeItBegins(after[start], after[end])) return
  const detail =
    named === end
      ? `Before the ${start} of ${after[start]}: the work would end before it begins.`
      : `After the ${end} of ${after[end]}: the work would end before it begins.`
  throw invalidRequest([{ pointer: `${at}/${named}`, detail }])
}

export const taskDates = ['start_date', 'due_date'] as const
export const projectDates = ['start_date', 'finish_date'] as const
