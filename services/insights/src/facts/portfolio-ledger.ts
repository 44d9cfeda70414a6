import type { Health } from '@milepost/api-contracts/projects'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { factOf, isMeasured, type LedgerFact, type Measurement } from './fact.ts'
import type { ProjectLedger } from './project-ledger.ts'
import { numberText } from './text.ts'
import { utilizationFact } from './utilization-fact.ts'

/** What code knows of several projects together. */
export interface PortfolioLedger {
  as_of: string
  /** Worst first. */
  projects: ProjectLedger[]
  /** Of the teams that own them, the most utilized first; those that can be shown. */
  teams: { id: string; name: string; utilization: LedgerFact }[]
  facts: { active: LedgerFact; outside: LedgerFact; inside: LedgerFact }
  computed_health: Health
}

const rank: Record<Health, number> = { red: 0, amber: 1, unknown: 2, green: 3 }

const daysLate = ({ forecast }: ProjectLedger) =>
  'abstains' in forecast ? 0 : (forecast.working_days_late ?? 0)

/** Health, then lateness, then name: the order of the portfolio page. */
const worstFirst = (a: ProjectLedger, b: ProjectLedger) =>
  rank[a.computed_health] - rank[b.computed_health] ||
  daysLate(b) - daysLate(a) ||
  a.evidence.project.name.localeCompare(b.evidence.project.name, 'en')

export const isOutside = ({ computed_health: health }: ProjectLedger): boolean =>
  health === 'red' || health === 'amber'

const words = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
]
/** As it stands in running text: "two", "31". */
const countWord = (count: number): string => words[count] ?? numberText(count)

interface PortfolioInput {
  as_of: string
  projects: readonly ProjectLedger[]
  utilization: UtilizationReport | undefined
}

/** Puts the projects side by side. Pure. */
export function portfolioLedger({ as_of, projects, utilization }: PortfolioInput): PortfolioLedger {
  const sorted = [...projects].sort(worstFirst)
  const scope = { key: 'portfolio', project_id: null, team_id: null, as_of, tasksMax: 0 }
  const count = (metric: string, label: string, method: string, counted: ProjectLedger[]) =>
    factOf(scope, countOf({ metric, label, method }, counted))

  return {
    as_of,
    projects: sorted,
    teams: teamsOf(sorted, utilization, as_of),
    facts: {
      active: count('active', 'Active projects', 'Projects whose status is active.', sorted),
      outside: count(
        'outside',
        'Projects outside their limits',
        'Active projects whose computed health is amber or red.',
        sorted.filter(isOutside),
      ),
      inside: count(
        'inside',
        'Projects inside their limits',
        'Active projects whose computed health is green.',
        sorted.filter(({ computed_health }) => computed_health === 'green'),
      ),
    },
    computed_health: sorted[0]?.computed_health ?? 'unknown',
  }
}

const countOf = (
  measurement: Pick<Measurement, 'metric' | 'label' | 'method'>,
  counted: ProjectLedger[],
): Measurement => ({
  ...measurement,
  text: countWord(counted.length),
  value: counted.length,
  unit: 'count',
  operands: counted.slice(0, 50).map(({ evidence: { project }, computed_health }) => ({
    label: project.name,
    value: computed_health,
  })),
})

function teamsOf(
  projects: readonly ProjectLedger[],
  utilization: UtilizationReport | undefined,
  as_of: string,
): PortfolioLedger['teams'] {
  const teams = new Map(
    projects.map(({ evidence }) => [evidence.project.team.id, evidence.project.team]),
  )
  return [...teams.values()]
    .flatMap(({ id, name }) => {
      const measured = utilizationFact(utilization, id)
      if (!isMeasured(measured)) return []
      const scope = { key: `team-${id}`, project_id: null, team_id: id, as_of, tasksMax: 0 }
      return [{ id, name, utilization: factOf(scope, measured) }]
    })
    .sort((a, b) => (b.utilization.value ?? 0) - (a.utilization.value ?? 0))
}
