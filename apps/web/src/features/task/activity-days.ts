import type { ActivityView } from '@milepost/api-contracts/discussion'
import { localDate } from '#shared/format/dates.ts'

interface ActivityDay {
  /** The reader's calendar date. */
  day: string
  items: ActivityView[]
}

/** What happened, by the reader's day, in the order given. */
export function byDay(items: readonly ActivityView[]): ActivityDay[] {
  const days: ActivityDay[] = []
  for (const item of items) {
    const day = localDate(new Date(item.created_at))
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
