import type { PortfolioChange } from '@milepost/api-contracts/portfolio'
import { formatDay } from '#shared/format/dates.ts'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { texts } from './texts.ts'

interface RecentChangesProps {
  changes: readonly PortfolioChange[]
  className?: string
}

/** So many fit beside the utilization; the rest is counted. */
const shown = 6

/** What happened in the last seven days, newest first. */
export const RecentChanges = ({ changes, className = '' }: RecentChangesProps) => (
  <Panel title={texts.changes} className={className}>
    {changes.length === 0 ? (
      <p className="px-4 py-2 text-ink-2">{texts.changesNone}</p>
    ) : (
      <ul className="pt-1 pb-1.5">
        {changes.slice(0, shown).map((change) => (
          <li
            key={`${change.project.id} ${change.kind} ${change.text}`}
            className="grid grid-cols-[14px_minmax(0,1fr)_auto] items-start gap-2.5 px-4 py-1.5"
          >
            <span className="grid h-5 place-items-center">
              <ChangeMark change={change} />
            </span>
            <span>
              <b className="font-medium">{change.project.name}</b> <Sentence text={change.text} />
            </span>
            <span className="whitespace-nowrap text-ink-3 text-xs leading-5 tabular-nums">
              {formatDay(change.happened_on)}
            </span>
          </li>
        ))}
        {changes.length > shown && (
          <li className="px-4 py-1 pl-10 text-ink-3 text-xs">and {changes.length - shown} more</li>
        )}
      </ul>
    )}
  </Panel>
)

function ChangeMark({ change: { kind, health } }: { change: PortfolioChange }) {
  if (kind === 'health') return <HealthMark health={health ?? 'unknown'} />
  if (kind === 'milestone') return <MilestoneMark state="achieved" />
  return <StatusMark status={kind === 'blocked' ? 'blocked' : 'done'} />
}

/** The arrow of "green → amber" is drawn: the font has none, and a screen reader says "to". */
function Sentence({ text }: { text: string }) {
  const [before, ...after] = text.split('→')
  if (after.length === 0) return text
  return (
    <>
      {before}
      <span className="sr-only">to</span>
      <Icon name="becomes" size={12} className="inline! align-[-1px]" />
      {after.join('→')}
    </>
  )
}
