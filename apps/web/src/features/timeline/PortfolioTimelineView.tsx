import type { PortfolioTimeline as Portfolio } from '@milepost/api-contracts/portfolio-timeline'
import { toDay } from '@milepost/schedule/day-number'
import { useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { localDate } from '#shared/format/dates.ts'
import { formatPercent, formatSigned } from '#shared/format/numbers.ts'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { useNow } from '#shared/ui/use-now.ts'
import { AxisHeader } from './AxisHeader.tsx'
import { axisAround, levelOf, ticksBetween } from './axis.ts'
import { axisDay } from './axis-day.ts'
import { Backdrop } from './Backdrop.tsx'
import { varianceTone } from './chart.ts'
import { LinkShapes } from './LinkShapes.tsx'
import { headerHeight } from './measures.ts'
import { PortfolioShape } from './PortfolioShape.tsx'
import { barOf, drawnPortfolioLinks, portfolioDays, slipOf } from './portfolio-chart.ts'
import { calendarOf } from './spans.ts'
import { texts } from './texts.ts'
import { useChartSize } from './use-drawn.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'
import { useWheelZoom } from './use-wheel-zoom.ts'
import { useViewOptions } from './view-options.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

const tableColumns = 'grid-cols-[minmax(0,1fr)_50px_42px_58px] max-sm:grid-cols-1'
const rowHeight = 32
const tones = {
  red: 'font-medium text-red-fg',
  amber: 'font-medium text-amber-fg',
  plain: 'text-ink-2',
  none: 'text-ink-3',
}

/** All projects on one axis: how far they are, where they were promised to end, what they wait for. */
export function PortfolioTimelineView({ portfolio }: { portfolio: Portfolio }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { portfolioPxPerDay: pxPerDay } = useViewOptions()
  const today = toDay(localDate(useNow()))
  const tableWidth = window.innerWidth <= 720 ? 168 : 440
  const { width, height } = useChartSize(scroller, tableWidth)
  const days = useMemo(() => portfolioDays(portfolio), [portfolio])
  const axis = useMemo(
    () => axisAround(days, today, pxPerDay, width),
    [days, today, pxPerDay, width],
  )
  const calendar = useMemo(() => calendarOf(portfolio.calendar), [portfolio.calendar])
  const { anchorAt } = useScrollAnchor(scroller, axis, width, () =>
    Math.max(axis.first, today - (width * 0.4) / axis.pxPerDay),
  )
  useWheelZoom(scroller, tableWidth, anchorAt, 'portfolioPxPerDay')
  const { projects } = portfolio
  const chart = { axis, calendar, windows: portfolio.calendar.windows, today }
  const ticks = ticksBetween(axis, 0, axis.width)
  const bodyHeight = Math.max(projects.length * rowHeight, height)
  const links = drawnPortfolioLinks(portfolio, axis)

  return (
    <main className="flex h-[calc(100dvh-var(--size-header))] min-h-0 flex-col max-sm:h-[calc(100dvh-var(--size-header)-56px)]">
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b px-6 max-sm:px-3">
        <span className="text-ink-2 text-xs max-sm:hidden">{texts.portfolioHint}</span>
        <span className="flex-1" />
        <ZoomButtons level={levelOf(pxPerDay)} option="portfolioPxPerDay" />
      </div>
      <div
        ref={scroller}
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface"
      >
        <div
          className="relative"
          style={{ width: tableWidth + axis.width, height: headerHeight + bodyHeight }}
        >
          <div className="sticky top-0 z-(--z-sticky) flex border-line border-b">
            <div
              className={`sticky left-0 z-2 grid flex-none items-end gap-x-1.5 border-line-strong border-r bg-sunken pr-3 pb-[5px] pl-6 text-ink-3 text-xs ${tableColumns}`}
              style={{ width: tableWidth, height: headerHeight }}
            >
              <span>{texts.project}</span>
              <span className="text-right max-sm:hidden">{texts.columns.due}</span>
              <span className="text-right max-sm:hidden">{texts.columns.done}</span>
              <span className="text-right max-sm:hidden">{texts.columns.variance}</span>
            </div>
            <AxisHeader chart={chart} ticks={ticks} tableWidth={tableWidth} />
          </div>
          <ul
            className="sticky left-0 z-2 block h-full border-line-strong border-r bg-surface"
            style={{ width: tableWidth, height: bodyHeight }}
          >
            {projects.map((project) => (
              <ProjectLine key={project.id} project={project} slip={slipOf(project, calendar)} />
            ))}
          </ul>
          <svg
            aria-hidden="true"
            width={axis.width}
            height={bodyHeight}
            className="absolute block"
            style={{ left: tableWidth, top: headerHeight }}
          >
            <Backdrop
              chart={chart}
              ticks={ticks}
              xFrom={0}
              xTo={axis.width}
              height={bodyHeight}
              patternId="portfolio-freeze"
            />
            <LinkShapes drawn={links} isCritical={() => false} />
            {projects.map((project, index) => (
              <g key={project.id} transform={`translate(0 ${index * rowHeight})`}>
                <PortfolioShape project={project} bar={barOf(project, axis)} chart={chart} />
              </g>
            ))}
          </svg>
        </div>
      </div>
    </main>
  )
}

interface ProjectLineProps {
  project: Portfolio['projects'][number]
  slip: number | undefined
}

function ProjectLine({ project, slip }: ProjectLineProps) {
  const health =
    project.computed_health === 'unknown' ? project.declared_health : project.computed_health
  const done = project.completion_percentage
  return (
    <li
      className={`grid h-8 items-center gap-x-1.5 pr-3 pl-6 shadow-[inset_0_-1px_0_var(--color-line)] hover:bg-hover ${tableColumns}`}
    >
      <span className="flex min-w-0 items-center gap-2">
        <HealthMark health={health} label={healthWord[health]} size={9} />
        <Link
          to={`/projects/${project.id}/timeline`}
          title={`${project.name}, ${project.team_name}`}
          className="truncate hover:underline"
        >
          {project.name}
        </Link>
      </span>
      <span className="text-right text-ink-2 text-xs tabular-nums max-sm:hidden">
        {project.finish_date ? axisDay(project.finish_date) : ''}
      </span>
      <span className="text-right text-ink-2 text-xs tabular-nums max-sm:hidden">
        {done === null ? '' : formatPercent(Math.round(done))}
      </span>
      <span
        className={`whitespace-nowrap text-right text-xs tabular-nums max-sm:hidden ${slip === undefined ? '' : tones[varianceTone(slip)]}`}
      >
        {slip === undefined ? '' : `${formatSigned(slip)} d`}
      </span>
    </li>
  )
}
