import type { PortfolioOverview as Overview } from '@milepost/api-contracts/portfolio'
import { clsx } from 'clsx'
import { formatCount, formatSigned } from '#shared/format/numbers.ts'
import { useEvidence } from '#shared/ui/evidence.ts'
import { type CountName, countKey } from './count-evidence.ts'
import { texts } from './texts.ts'

/** In this order, three to a row. More of the last four is worse. */
const tones: Record<CountName, string> = {
  active: 'text-ink-3',
  completed: 'text-ink-3',
  at_risk: 'text-amber-fg',
  blocked_tasks: 'text-red-fg',
  overdue_tasks: 'text-red-fg',
  milestones_due: 'text-ink-3',
}
const names = Object.keys(tones) as CountName[]

interface PortfolioOverviewProps {
  counts: Overview['counts']
  className?: string
}

/** The portfolio in six counts, each with its change in a week, each a door to what it counts. */
export const PortfolioOverview = ({ counts, className }: PortfolioOverviewProps) => (
  <section
    aria-label="Counts"
    className={clsx(
      'grid min-h-[150px] grid-cols-3 overflow-hidden rounded-lg border border-line bg-surface',
      className,
    )}
  >
    {names.map((name) => (
      <Count key={name} name={name} count={counts[name]} />
    ))}
  </section>
)

function Count({ name, count }: { name: CountName; count: Overview['counts'][CountName] }) {
  const { open, openKey } = useEvidence()
  const key = countKey(name)
  const { value, change } = count
  return (
    <button
      type="button"
      aria-expanded={openKey === key}
      onClick={({ detail }) => open(key, detail === 0)}
      className={clsx(
        'grid content-center whitespace-nowrap border-line px-3 py-2 outline-offset-[-2px] hover:bg-hover',
        'not-nth-[3n+1]:border-l nth-[n+4]:border-t',
        openKey === key && 'bg-selected',
      )}
    >
      <span className="flex items-baseline gap-1.5 font-semibold text-xl tabular-nums tracking-tight">
        {formatCount(value)}
        {change !== null && change !== 0 && (
          <span
            className={clsx(
              'font-normal text-xs tracking-normal',
              change > 0 ? tones[name] : 'text-ink-3',
            )}
          >
            {formatSigned(change)}
            <span className="sr-only"> in a week,</span>
          </span>
        )}
      </span>
      <span className="text-ink-3 text-xs">{texts.counts[name][value === 1 ? 0 : 1]}</span>
    </button>
  )
}
