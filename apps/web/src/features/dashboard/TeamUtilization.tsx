import type { TeamUtilization as Team, UtilizationReport } from '@milepost/api-contracts/timesheets'
import type { UseQueryResult } from '@tanstack/react-query'
import { referenceOf } from '#shared/api/api-problem.ts'
import { addDays, formatDay } from '#shared/format/dates.ts'
import { formatPercent } from '#shared/format/numbers.ts'
import { EvidenceNumber } from '#shared/ui/EvidenceNumber.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { keys } from './evidence.ts'
import { texts } from './texts.ts'

interface TeamUtilizationProps {
  query: UseQueryResult<UtilizationReport>
  className?: string
}

/** Worked share of capacity by team. A team of fewer than five is not shown, and that is said. */
export function TeamUtilization({ query, className = '' }: TeamUtilizationProps) {
  const report = query.data
  return (
    <Panel
      title={texts.utilization}
      {...(report && { note: `4 weeks to ${formatDay(addDays(report.until, -1))}` })}
      aside={
        report && (
          <span className="whitespace-nowrap pr-2 text-ink-3 text-xs">
            limit {formatPercent(report.limit_percentage)}
          </span>
        )
      }
      className={className}
    >
      {query.isError && !report && (
        <FailedState
          title={texts.utilizationFailed}
          onRetry={() => void query.refetch()}
          reference={referenceOf(query.error)}
        >
          {texts.utilizationFailedDetail}
        </FailedState>
      )}
      {report?.teams.length === 0 && (
        <p className="px-4 py-2 text-ink-2">{texts.utilizationNone}</p>
      )}
      {report && (
        <ul className="px-4 pt-1.5 pb-2 empty:hidden">
          {byShare(report.teams).map((team) => (
            <li
              key={team.team.id}
              className="grid h-7 grid-cols-[132px_minmax(0,1fr)_44px] items-center gap-3"
            >
              <TeamLine team={team} report={report} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** The fullest first; those that are not shown last. */
export const byShare = (teams: readonly Team[]) =>
  [...teams].sort(
    (a, b) =>
      (b.utilization_percentage ?? -1) - (a.utilization_percentage ?? -1) ||
      a.team.name.localeCompare(b.team.name, 'en-GB'),
  )

function TeamLine({ team, report }: { team: Team; report: UtilizationReport }) {
  const name = (
    <span className="truncate text-ink-2" title={team.team.name}>
      {team.team.name}
    </span>
  )
  const share = team.utilization_percentage
  if (share === null) {
    return (
      <>
        {name}
        <span className="col-span-2 text-ink-3 text-xs">
          {texts.withheld[team.withheld ?? 'no_capacity']}
        </span>
      </>
    )
  }
  const { limit_percentage: limit } = report
  const hot = share > limit
  // The scale ends a little past full, so that the limit is not at the edge.
  const full = Math.max(110, ...report.teams.map((one) => one.utilization_percentage ?? 0))
  return (
    <>
      {name}
      <Meter
        value={(share / full) * 100}
        mark={(limit / full) * 100}
        label={`Utilization of ${team.team.name}`}
        tone={hot ? 'red' : 'neutral'}
      />
      <span className="text-right tabular-nums">
        <EvidenceNumber of={keys.utilization(team.team)} bare>
          {formatPercent(share)}
        </EvidenceNumber>
      </span>
    </>
  )
}
