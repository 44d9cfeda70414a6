import type { LinkType } from '@milepost/api-contracts/timeline'
import type { TaskRow } from '#tasks/queries.ts'

/** Of a working day, in which lags are shown. */
const minutesPerDay = 480

/** "WAF-3 FS +2 d": how an activity log names a link. */
export function linkInWords(
  predecessor: Pick<TaskRow, 'project_key' | 'number'>,
  { type, lag_minutes }: { type: LinkType; lag_minutes: number },
): string {
  const days = Math.round((lag_minutes / minutesPerDay) * 10) / 10
  const lag = lag_minutes === 0 ? '' : ` ${days > 0 ? '+' : ''}${days} d`
  return `${predecessor.project_key}-${predecessor.number} ${type}${lag}`
}
