import type { PortfolioMilestone } from '@milepost/api-contracts/portfolio'
import { daysBetween, formatDay } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'

export const dayOf = ({ achieved_on, due_date }: PortfolioMilestone) => achieved_on ?? due_date

export function stateOf(milestone: PortfolioMilestone, today: string): MilestoneState {
  if (milestone.status === 'achieved') return 'achieved'
  if (milestone.status === 'missed') return 'missed'
  return milestone.at_risk || milestone.due_date < today ? 'at_risk' : 'coming'
}

export function noteOf(milestone: PortfolioMilestone, today: string): string {
  const { status, due_date, original_due_date, achieved_on } = milestone
  if (status === 'achieved') {
    const late = daysBetween(original_due_date, achieved_on ?? due_date)
    const day = `Achieved ${formatDay(achieved_on ?? due_date, today)}`
    return late === 0 ? day : `${day}, ${Math.abs(late)} d ${late > 0 ? 'late' : 'early'}`
  }
  if (status === 'missed') return `Missed, was due ${formatDay(due_date, today)}`
  const over = daysBetween(due_date, today)
  if (over > 0) return `Due ${formatDay(due_date, today)}, ${plural(over, 'day')} over`
  if (due_date !== original_due_date) {
    return `${formatDay(due_date, today)}, first promised ${formatDay(original_due_date, today)}`
  }
  return milestone.at_risk ? `${formatDay(due_date, today)}, at risk` : formatDay(due_date, today)
}

/** A programme's own dates are those that its projects work towards. */
const isProgramme = ({ project }: PortfolioMilestone) => /\bprogram(me)?\b/i.test(project.name)

/**
 * The most telling first: those of a programme, then missed ones, then every project's nearest to today
 * on either side, then its second nearest, and so on, so that no project fills the page. At risk
 * before the others.
 */
export function byUrgency(
  milestones: readonly PortfolioMilestone[],
  today: string,
): PortfolioMilestone[] {
  const distance = (milestone: PortfolioMilestone) => Math.abs(daysBetween(today, dayOf(milestone)))
  const seen = new Map<string, number>()
  const ranked = [...milestones]
    .sort((a, b) => distance(a) - distance(b))
    .map((milestone) => {
      const side = `${milestone.project.id} ${dayOf(milestone) < today}`
      const round = seen.get(side) ?? 0
      seen.set(side, round + 1)
      const state = stateOf(milestone, today)
      const before = isProgramme(milestone) ? -2 : state === 'missed' ? -1 : round
      return { milestone, round: before, calm: state === 'at_risk' ? 0 : 1 }
    })
  // The sort is stable, so within a rank the nearest stays first.
  return ranked
    .sort((a, b) => a.round - b.round || a.calm - b.calm)
    .map(({ milestone }) => milestone)
}

/** How many were achieved, and how many are still to come. */
export function countMilestones(milestones: readonly PortfolioMilestone[]): string {
  const achieved = milestones.filter(({ status }) => status === 'achieved').length
  const coming = milestones.filter(({ status }) => status === 'upcoming').length
  const missed = milestones.length - achieved - coming
  return [
    `${achieved} achieved`,
    ...(missed > 0 ? [`${missed} missed`] : []),
    `${coming} coming`,
  ].join(', ')
}
