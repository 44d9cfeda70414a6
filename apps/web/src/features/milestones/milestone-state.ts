import type { MilestoneView } from '@milepost/api-contracts/projects'
import { daysBetween, formatDay } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'

/** As the server says; what is past its day is at risk also before the page has heard that it is. */
export function stateOf(
  { status, due_date, at_risk }: MilestoneView,
  today: string,
): MilestoneState {
  if (status !== 'upcoming') return status
  return at_risk || due_date < today ? 'at_risk' : 'coming'
}

/** "Achieved 9 Oct, 4 days late", "in 12 days, first promised 4 Dec". */
export function sayState(milestone: MilestoneView, today: string): string {
  const { status, due_date, original_due_date, achieved_on } = milestone
  if (status === 'missed') return 'Missed'
  if (status === 'achieved') {
    const day = achieved_on ?? due_date
    const late = daysBetween(original_due_date, day)
    const when =
      late === 0 ? '' : `, ${plural(Math.abs(late), 'day')} ${late > 0 ? 'late' : 'early'}`
    return `Achieved ${formatDay(day, today)}${when}`
  }
  const left = daysBetween(today, due_date)
  const when =
    left === 0 ? 'Today' : left > 0 ? `In ${plural(left, 'day')}` : `${plural(-left, 'day')} over`
  const moved =
    due_date === original_due_date ? '' : `, first promised ${formatDay(original_due_date, today)}`
  const risk = left >= 0 && stateOf(milestone, today) === 'at_risk' ? ', at risk' : ''
  return `${when}${risk}${moved}`
}
