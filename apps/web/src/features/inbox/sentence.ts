import type { NotificationView } from '@milepost/api-contracts/notifications'
import { formatDay } from '#shared/format/dates.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import { texts } from './texts.ts'

/** What stands before and after the name of the task or milestone: "moved … to In review". */
export function sentenceOf({ kind, count, detail }: NotificationView): [string, string] {
  const times = count > 1 ? ` ${count} times` : ''
  switch (kind) {
    case 'assigned':
      return ['gave you', '']
    case 'mentioned':
      return [`mentioned you${times} in`, '']
    case 'commented':
      return [`commented${times} on`, '']
    case 'blocked':
      return ['blocked', '']
    case 'status_changed':
      return count > 1
        ? [`and others moved tasks you follow ${count} times, last of all`, '']
        : ['moved', `to ${wordOf(detail.to)}`]
    case 'due_soon':
      return ['', `is due on ${dayOf(detail.due_date)}`]
    case 'milestone_moved':
      return detail.change === 'missed'
        ? ['', `was missed, due on ${dayOf(detail.to)}`]
        : ['moved', `from ${dayOf(detail.from)} to ${dayOf(detail.to)}`]
    case 'week_decided':
      return ['decided on your week', '']
  }
}

/** Nobody did it: a date came near. */
export const hasActor = ({ kind, detail }: NotificationView) =>
  kind !== 'due_soon' && detail.change !== 'missed'

export const actorName = ({ actor }: NotificationView) => actor?.display_name ?? texts.somebody

/** What was said, or why: under the line. */
export const quoteOf = ({ detail }: NotificationView) => detail.excerpt ?? detail.reason ?? null

const dayOf = (date: string | null | undefined) => (date ? formatDay(date) : 'no date')
const wordOf = (status: string | null | undefined) =>
  status && status in statusWord ? statusWord[status as keyof typeof statusWord] : 'another column'
