import type { MilestoneView } from '@milepost/api-contracts/projects'
import { addDays } from '#calendar-day.ts'

interface MilestoneWork extends Pick<MilestoneView, 'status' | 'due_date'> {
  /** Tasks that lead to it and are neither done nor cancelled. */
  open_count: number
  /** The earliest date that one of them has. */
  first_open_due: string | null
}

const nearDays = 14

/**
 * Whether a milestone still to come is in danger, and why: its day has passed, tasks that lead to it are
 * late, or it is due within two weeks while such tasks are open. What else goes wrong in its project
 * is no danger to it.
 */
export function milestoneRisk(
  { status, due_date, open_count, first_open_due }: MilestoneWork,
  today: string,
): Pick<MilestoneView, 'at_risk' | 'at_risk_reason'> {
  const because = (reason: string) => ({ at_risk: true, at_risk_reason: reason })
  const areOpen =
    open_count === 1 ? 'a task that leads to it is' : `${open_count} tasks that lead to it are`

  if (status !== 'upcoming') return { at_risk: false, at_risk_reason: null }
  if (due_date < today) return because('Its day has passed.')
  if (first_open_due !== null && first_open_due < today) {
    return because('A task that leads to it is overdue.')
  }
  if (open_count > 0 && due_date <= addDays(today, nearDays)) {
    return because(`Due within two weeks, and ${areOpen} open.`)
  }
  return { at_risk: false, at_risk_reason: null }
}
