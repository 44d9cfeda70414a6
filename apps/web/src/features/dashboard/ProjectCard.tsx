import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import { Link } from 'react-router'
import { formatCount, formatPercent } from '#shared/format/numbers.ts'
import { shortName } from '#shared/format/short-name.ts'
import { EvidenceNumber } from '#shared/ui/EvidenceNumber.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import { Sparkbars } from '#shared/ui/Sparkbars.tsx'
import { keys } from './evidence.ts'
import { ForecastTrack } from './ForecastTrack.tsx'
import type { ForecastScale } from './forecast-scale.ts'
import { HealthCell } from './HealthCell.tsx'
import { texts } from './texts.ts'

interface ProjectCardProps {
  project: PortfolioProject
  scale: ForecastScale
  today: string
  /** Of all projects: what a full bar stands for. */
  busiestWeek: number
}

/** A row where the table has room for its columns; elsewhere a card, in four columns or in two. */
const row =
  'h-14 hover:bg-hover card:grid card:h-auto card:grid-cols-2 card:items-center card:gap-x-4 card:gap-y-3 card:border-line card:border-t card:px-4 card:py-3.5 card:first:border-t-0 @min-[520px]:card:grid-cols-[1.2fr_1fr_1.2fr_104px]'
const cell = 'border-line border-t p-2 align-middle card:border-0 card:p-0'

/** A project in one row of the table, and in one card on a phone. */
export const ProjectCard = ({ project, scale, today, busiestWeek }: ProjectCardProps) => (
  <tr className={row}>
    <td className={`${cell} pl-4 card:col-span-2`}>
      <Link
        to={`/projects/${project.id}/board`}
        title={project.name}
        className="line-clamp-2 font-medium leading-[18px]"
      >
        {project.name}
      </Link>
      <div className="truncate text-ink-3 text-xs">
        {project.team.name} ·{' '}
        {project.manager ? shortName(project.manager.display_name) : texts.noManager}
      </div>
    </td>
    <td className={`${cell} tabular-nums @min-[520px]:card:order-3`}>
      <Progress project={project} />
    </td>
    <td className={`${cell} @min-[520px]:card:order-1`}>
      <HealthCell project={project} />
    </td>
    <td className={`${cell} tabular-nums card:col-span-2 @min-[520px]:card:order-4`}>
      <ForecastTrack project={project} scale={scale} today={today} />
    </td>
    <td className={`${cell} @min-[520px]:card:order-5`}>
      <Sparkbars
        values={project.weekly_done}
        scale={busiestWeek}
        label={`Tasks finished per week, last ${project.weekly_done.length}: ${project.weekly_done.join(', ')}`}
      />
    </td>
    <td
      className={`${cell} pr-4 tabular-nums card:flex card:items-baseline card:gap-2 @min-[520px]:card:order-2 @min-[520px]:card:block`}
    >
      <span className="mr-auto hidden text-ink-3 text-xs card:block">{texts.columns.blocked}</span>
      <Blocked project={project} />
    </td>
  </tr>
)

function Progress({ project }: { project: PortfolioProject }) {
  const { completion_percentage: completion, planned_percentage: planned } = project
  if (completion === null) return <span className="text-ink-3">{texts.nothingToWeigh}</span>
  return (
    <>
      <div className="flex items-center justify-between gap-1">
        <EvidenceNumber of={keys.completion(project)} bare className="font-semibold">
          {formatPercent(completion)}
        </EvidenceNumber>
        {planned !== null && (
          <span className="whitespace-nowrap text-ink-3 text-xs">
            plan {formatPercent(Math.round(planned))}
          </span>
        )}
      </div>
      <Meter
        value={completion}
        mark={planned}
        label={`Progress of ${project.name}`}
        className="mt-[3px]"
      />
    </>
  )
}

function Blocked({ project }: { project: PortfolioProject }) {
  const { blocked_count: count, blocked_oldest_days: days } = project
  if (count === 0) return <span className="text-ink-3">0</span>
  return (
    <>
      <EvidenceNumber of={keys.blocked(project)} bare className="font-semibold">
        {formatCount(count)}
      </EvidenceNumber>
      {days !== null && (
        <div className="whitespace-nowrap text-ink-3 text-xs">{formatCount(days)} d</div>
      )}
    </>
  )
}
