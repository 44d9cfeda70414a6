import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import type { Health } from '@milepost/api-contracts/projects'
import { clsx } from 'clsx'
import { formatDay, formatDayRange } from '#shared/format/dates.ts'
import { formatSigned } from '#shared/format/numbers.ts'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthText } from '#shared/ui/health.ts'
import { type ForecastScale, positionOf } from './forecast-scale.ts'
import { texts } from './texts.ts'

const bands: Record<Health, string> = {
  green: 'bg-green-mark',
  amber: 'bg-amber-mark',
  red: 'bg-red-mark',
  unknown: 'bg-unknown-mark',
}

interface ForecastTrackProps {
  project: PortfolioProject
  scale: ForecastScale
  today: string
}

/** P50 to P85 as a band on the table's time axis, with today and the baseline; or why nobody can say. */
export function ForecastTrack({ project, scale, today }: ForecastTrackProps) {
  const { forecast, computed_health: health } = project
  if (!('p50' in forecast))
    return <NoForecast project={project} reason={forecast.abstains} today={today} />
  const { p50, p85, reference_date, working_days_late: late } = forecast
  return (
    <>
      <div aria-hidden="true" className="relative h-3.5">
        <i className="absolute inset-x-0 top-[7px] h-px bg-line-strong" />
        {scale.months.map((month) => (
          <i
            key={month}
            className="absolute top-[5px] h-[5px] w-px bg-line-strong"
            style={{ left: `${positionOf(scale, month)}%` }}
          />
        ))}
        <i
          className="absolute top-0 h-[15px] w-px bg-today"
          style={{ left: `${positionOf(scale, today)}%` }}
        />
        {reference_date !== null && (
          <i
            className="absolute top-px h-[13px] w-0.5 bg-ink"
            style={{ left: `${positionOf(scale, reference_date)}%` }}
          />
        )}
        <i
          className={clsx('absolute top-[3px] h-[9px] min-w-1.5 rounded-[2px]', bands[health])}
          style={{
            left: `${positionOf(scale, p50)}%`,
            right: `${100 - positionOf(scale, p85)}%`,
          }}
        />
      </div>
      <div className="whitespace-nowrap text-xs">
        <span className="text-ink-2">{formatDayRange(p50, p85, today)}</span>{' '}
        {late !== null && (
          <span className={late > 0 ? clsx('font-medium', healthText[health]) : 'text-ink-3'}>
            {formatSigned(late)} d
          </span>
        )}
      </div>
    </>
  )
}

interface NoForecastProps {
  project: PortfolioProject
  reason: string
  today: string
}

const NoForecast = ({ project, reason, today }: NoForecastProps) => (
  <>
    <div className="flex items-center gap-1.5">
      <HealthMark health="unknown" />
      {texts.noForecast}
    </div>
    <div className="line-clamp-2 text-ink-3 text-xs" title={reason}>
      {reason}
      {project.finish_date !== null && ` Planned ${formatDay(project.finish_date, today)}.`}
    </div>
  </>
)
