import type { Fact } from '@milepost/api-contracts/insights'
import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import type { TeamUtilization, UtilizationReport } from '@milepost/api-contracts/timesheets'
import { formatDayOfYear } from '#shared/format/dates.ts'
import { formatCount, formatHours, formatNumber, formatPercent } from '#shared/format/numbers.ts'
import type { Evidence } from '#shared/ui/evidence.ts'
import { healthWord } from '#shared/ui/health.ts'

/** Numbers that stand in columns and tiles, where no index fits. Keys are only unique on this page. */
export const keys = {
  completion: ({ id }: { id: string }) => `completion.${id}`,
  health: ({ id }: { id: string }) => `health.${id}`,
  blocked: ({ id }: { id: string }) => `blocked.${id}`,
  utilization: ({ id }: { id: string }) => `utilization.${id}`,
}

/** What a number of this page does not have unless it says so. */
export const blank = {
  index: null,
  limit: null,
  history: null,
  coverage: null,
  task_count: 0,
  tasks: [],
}

/** The tasks of an insight's fact stand behind a column's number as long as both say the same. */
function tasksOf(facts: readonly Fact[], projectId: string, metric: string, text: string) {
  const fact = facts.find(
    (one) => one.project_id === projectId && one.key.endsWith(metric) && one.text === text,
  )
  return fact ? { task_count: fact.task_count, tasks: fact.tasks, history: fact.history } : {}
}

export function completionEvidence(
  project: PortfolioProject,
  as_of: string,
  facts: readonly Fact[],
): Evidence {
  const text =
    project.completion_percentage === null ? '–' : formatPercent(project.completion_percentage)
  return {
    ...blank,
    key: keys.completion(project),
    label: `${project.name}, progress`,
    text,
    as_of,
    method:
      'The progress of every task without subtasks, weighted by its estimate; a missing estimate counts as the project’s median. Cancelled tasks are left out.',
    operands: [
      { label: 'Tasks', value: formatCount(project.task_count) },
      { label: 'Of these done', value: formatCount(project.done_count) },
      ...(project.planned_percentage === null
        ? []
        : [
            {
              label: 'Planned by now, by working days passed',
              value: formatPercent(project.planned_percentage),
            },
          ]),
      { label: 'Weighted by estimate', value: text },
    ],
    task_count: project.task_count,
    ...tasksOf(facts, project.id, 'completion', text),
  }
}

export function healthEvidence(project: PortfolioProject, as_of: string): Evidence {
  const fired = project.rules.filter((rule) => rule.fired)
  return {
    ...blank,
    key: keys.health(project),
    label: `${project.name}, computed health`,
    text: healthWord[project.computed_health],
    as_of: project.computed_at ?? as_of,
    limit:
      fired.length === 0
        ? null
        : {
            text: fired.length === 1 ? '1 rule fired' : `${fired.length} rules fired`,
            exceeded: true,
          },
    method: whyHealth(project),
    operands: [
      ...project.rules.map(({ rule, value, limit, fired: isFired }) => ({
        label: `${ruleNames[rule]}, ${limit}`,
        value:
          isFired === null ? 'not enough to go by' : `${value ?? ''}${isFired ? ', fired' : ''}`,
      })),
      { label: 'Computed health', value: healthWord[project.computed_health] },
    ],
  }
}

function whyHealth({ rules }: PortfolioProject): string {
  if (rules.length === 0) return 'The rules have not looked at this project yet.'
  const fired = rules.filter((rule) => rule.fired)
  if (fired.length === 0) return 'Four rules look at the project, and none is past its limit.'
  return fired.map(({ explanation }) => explanation).join(' ')
}

export const ruleNames = {
  schedule_slippage: 'Schedule slippage',
  team_utilization: 'Team utilization',
  blocked_tasks: 'Blocked tasks',
  declining_velocity: 'Declining velocity',
} as const

export function blockedEvidence(
  project: PortfolioProject,
  as_of: string,
  facts: readonly Fact[],
): Evidence {
  const text = formatCount(project.blocked_count)
  const rule = project.rules.find((one) => one.rule === 'blocked_tasks')
  return {
    ...blank,
    key: keys.blocked(project),
    label: `${project.name}, blocked tasks`,
    text,
    as_of,
    limit: rule?.fired ? { text: rule.limit, exceeded: true } : null,
    method: 'Open tasks without subtasks whose status is Blocked.',
    operands:
      project.blocked_oldest_days === null
        ? []
        : [
            {
              label: 'Blocked the longest',
              value: `${formatCount(project.blocked_oldest_days)} d`,
            },
          ],
    task_count: project.blocked_count,
    ...tasksOf(facts, project.id, 'blocked', text),
  }
}

export function utilizationEvidence(
  team: TeamUtilization,
  report: UtilizationReport,
  as_of: string,
): Evidence {
  const { utilization_percentage: share, minutes, capacity_minutes, unapproved_minutes } = team
  const over = (share ?? 0) > report.limit_percentage
  const lines = [
    { label: 'Submitted and approved', minutes },
    { label: 'Of these not approved yet', minutes: unapproved_minutes },
    { label: 'Capacity less absences', minutes: capacity_minutes },
  ]
  return {
    ...blank,
    key: keys.utilization(team.team),
    label: `${team.team.name}, utilization`,
    text: share === null ? '–' : formatPercent(share),
    as_of,
    limit: { text: `limit ${formatPercent(report.limit_percentage)}`, exceeded: over },
    method: `Time on timesheets of the four full weeks from ${formatDayOfYear(report.from)}, divided by the capacity of ${formatCount(team.people)} people.`,
    operands: [
      ...lines.flatMap((line) =>
        line.minutes === null ? [] : [{ label: line.label, value: formatHours(line.minutes) }],
      ),
      ...(share === null ? [] : [{ label: 'Share of capacity', value: formatPercent(share) }]),
    ],
    coverage:
      team.people_without_capacity > 0
        ? `${formatNumber(team.people_without_capacity)} people without a capacity are left out`
        : null,
  }
}
