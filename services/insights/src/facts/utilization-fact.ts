import type { TeamUtilization, UtilizationReport } from '@milepost/api-contracts/timesheets'
import type { Measured, Measurement } from './fact.ts'
import { countText, hoursText, longDateText, percentText } from './text.ts'
import { addDays } from './working-days.ts'

const withheldBecause: Record<NonNullable<TeamUtilization['withheld']>, string> = {
  under_five_people: 'Utilization is not shown for a team of fewer than five people.',
  no_capacity: 'Nobody in the team has a capacity.',
}

export const utilizationLimit = 90

/** What is true of a value beyond the limit, or of one within it. */
export const utilizationLimitOf = (exceeded: boolean) => ({
  text: exceeded ? `over ${utilizationLimit}%` : `at most ${utilizationLimit}%`,
  exceeded,
})

/** How much of a team's capacity was worked. The report is undefined when timesheets did not answer. */
export function utilizationFact(
  report: UtilizationReport | undefined,
  teamId: string,
): Measured<Measurement & { value: number }> {
  if (!report) return { abstains: 'The timesheets could not be read.' }
  const team = report.teams.find((one) => one.team.id === teamId)
  if (!team) return { abstains: 'The team has no timesheets.' }
  const { utilization_percentage: value, minutes, capacity_minutes } = team
  if (value === null || minutes === null || capacity_minutes === null) {
    return { abstains: withheldBecause[team.withheld ?? 'no_capacity'] }
  }
  const until = longDateText(addDays(report.until, -1))
  return {
    metric: 'utilization',
    label: 'Team utilization',
    text: percentText(value),
    value,
    unit: 'percent',
    team_id: teamId,
    method:
      'Submitted and approved time of the last four full weeks, divided by the capacity of the team less its absences.',
    operands: [
      { label: 'Weeks', value: `${longDateText(report.from)} – ${until}` },
      { label: 'Submitted and approved', value: hoursText(minutes) },
      { label: 'Capacity less absences', value: hoursText(capacity_minutes) },
      {
        label: `${hoursText(minutes)} ÷ ${hoursText(capacity_minutes)}`,
        value: percentText(value),
      },
    ],
    limit: utilizationLimitOf(value > utilizationLimit),
    coverage: coverageOf(team),
    names: [team.team.name],
  }
}

function coverageOf({ people, people_without_capacity, unapproved_minutes }: TeamUtilization) {
  const counted = `${people - people_without_capacity} of ${countText(people, 'person').replace('persons', 'people')} have a capacity`
  return unapproved_minutes
    ? `${counted}; ${hoursText(unapproved_minutes)} not approved yet`
    : counted
}
