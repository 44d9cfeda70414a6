import type { TeamUtilization, UtilizationReport } from '@milepost/api-contracts/timesheets'
import { openOf, referenceOf } from './evidence.ts'
import type { ProjectLedger } from './project-ledger.ts'
import { countText, hoursText, listText } from './text.ts'
import { dateOf, daysBetween } from './working-days.ts'

const staleDays = 14

interface Known {
  projects: readonly ProjectLedger[]
  utilization: UtilizationReport | undefined
  /** Who wrote the sentences: "rules, no model is configured". */
  writtenBy: string
}

/** What a summary of these projects does not know, one sentence each. */
export function unknownsOf({ projects, utilization, writtenBy }: Known): string[] {
  return [
    ...gapsInTasks(projects),
    ...gapsInPlans(projects),
    ...gapsInTime(projects, utilization),
    `Written by ${writtenBy}: comments and descriptions were not read`,
  ]
}

function gapsInTasks(projects: readonly ProjectLedger[]): string[] {
  const open = projects.flatMap(({ evidence }) => openOf(evidence))
  const undated = open.filter(({ due_date }) => due_date === null).length
  const unestimated = open.filter(({ estimate_minutes }) => estimate_minutes === null).length
  return [
    ...(undated > 0 ? [`${countText(undated, 'open task')} ${has(undated)} no due date`] : []),
    ...(unestimated > 0
      ? [
          `${countText(unestimated, 'open task')} ${has(unestimated)} no estimate (${medianText(projects)})`,
        ]
      : []),
    ...projects.flatMap(staleTasks),
  ]
}

const has = (count: number) => (count === 1 ? 'has' : 'have')

/** One project has one median; of several only the rule can be told. */
function medianText(projects: readonly ProjectLedger[]): string {
  const medians = projects.map(({ evidence }) => evidence.project.median_estimate)
  const [only] = medians
  const isOne = medians.length === 1 && only !== null && only !== undefined
  return isOne ? `counted at the median, ${hoursText(only)}` : 'counted at their project’s median'
}

function staleTasks({ evidence }: ProjectLedger): string[] {
  const today = dateOf(evidence.as_of)
  const stale = openOf(evidence).filter(
    ({ status, updated_at }) =>
      status !== 'backlog' && daysBetween(dateOf(updated_at), today) > staleDays,
  ).length
  if (stale === 0) return []
  const verb = stale === 1 ? 'was' : 'were'
  return [
    `${countText(stale, 'task')} of ${evidence.project.name} ${verb} not updated for ${staleDays} days`,
  ]
}

function gapsInPlans(projects: readonly ProjectLedger[]): string[] {
  const named = (those: readonly ProjectLedger[]) =>
    those.length > 4
      ? countText(those.length, 'project')
      : listText(those.map(({ evidence }) => evidence.project.name))
  const unplanned = projects.filter(({ evidence }) => !referenceOf(evidence))
  const unagreed = projects.filter(({ evidence }) => referenceOf(evidence)?.kind === 'plan')
  const unforecast = projects.filter(({ forecast }) => 'abstains' in forecast)
  return [
    ...(unplanned.length > 0 ? [`No baseline and no planned dates: ${named(unplanned)}`] : []),
    ...(unagreed.length > 0 ? [`No baseline, the planned dates stand in: ${named(unagreed)}`] : []),
    ...(unforecast.length > 0 ? [`No forecast: ${named(unforecast)}`] : []),
  ]
}

function gapsInTime(
  projects: readonly ProjectLedger[],
  utilization: UtilizationReport | undefined,
): string[] {
  if (!utilization) {
    return ['Utilization: the timesheets could not be read, so its rule says nothing']
  }
  const ids = new Set(projects.map(({ evidence }) => evidence.project.team.id))
  const teams = utilization.teams.filter(({ team }) => ids.has(team.id))
  const unapproved = teams.reduce((sum, team) => sum + (team.unapproved_minutes ?? 0), 0)
  const without = teams.reduce((sum, team) => sum + team.people_without_capacity, 0)
  return [
    ...(unapproved > 0
      ? [`${hoursText(unapproved)} in utilization are submitted, not approved`]
      : []),
    ...(without > 0
      ? [`${without === 1 ? '1 person has' : `${without} people have`} no capacity set`]
      : []),
    ...teams.flatMap(withheldText),
  ]
}

const withheldText = ({ team, withheld }: TeamUtilization): string[] => {
  if (withheld === null) return []
  const because = withheld === 'under_five_people' ? 'under 5 people' : 'no capacity set'
  return [`Utilization of ${team.name} is not shown: ${because}`]
}
