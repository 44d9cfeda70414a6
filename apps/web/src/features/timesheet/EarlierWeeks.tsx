import type { WeekSummaryView } from '@milepost/api-contracts/timesheets'
import { Link } from 'react-router'
import { formatClock } from '#shared/format/numbers.ts'
import { Panel } from '#shared/ui/Panel.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { describeWeek, texts } from './texts.ts'
import { weekNumber } from './week.ts'

/** A task's shapes serve a week's states too: the reader knows them already. */
const marks = {
  draft: 'todo',
  submitted: 'in_review',
  approved: 'done',
  rejected: 'blocked',
} as const

export const EarlierWeeks = ({ weeks }: { weeks: readonly WeekSummaryView[] }) => (
  <Panel title={texts.earlier}>
    {weeks.length === 0 ? (
      <p className="px-4 py-3 text-ink-2">{texts.noEarlier}</p>
    ) : (
      <ul className="py-1">
        {weeks.map((week) => (
          <li key={week.week}>
            <Link
              to={{ search: `?week=${week.week}` }}
              className="grid grid-cols-[28px_minmax(0,1fr)_44px] items-center gap-2 px-4 py-1 hover:bg-hover"
            >
              <span className="text-ink-3 tabular-nums">{weekNumber(week.week)}</span>
              <span className="flex min-w-0 items-center gap-1.5 text-ink-2">
                <StatusMark status={marks[week.status]} />
                <span className="truncate" title={describeWeek(week)}>
                  {describeWeek(week)}
                </span>
              </span>
              <span className="text-right tabular-nums">{formatClock(week.total_minutes)}</span>
            </Link>
            {week.status === 'rejected' && week.decision_reason !== null && (
              <p className="px-4 pb-1 pl-[52px] text-ink-3 text-xs">{week.decision_reason}</p>
            )}
          </li>
        ))}
      </ul>
    )}
  </Panel>
)
