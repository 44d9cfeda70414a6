import { toDay } from '@milepost/schedule/day-number'
import { formatDay } from '#shared/format/dates.ts'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { TaskShape } from './BarShapes.tsx'
import { type Chart, middleOf, milestoneState } from './chart.ts'
import type { PortfolioBar } from './portfolio-chart.ts'

interface PortfolioShapeProps {
  project: PortfolioBar
  bar: { x: number; width: number } | undefined
  chart: Pick<Chart, 'axis' | 'today'>
}

/** A project's bar, the tick of its promised end, and its milestones below. */
export function PortfolioShape({ project, bar, chart: { axis, today } }: PortfolioShapeProps) {
  const promised =
    project.baseline_finish_date === null ? null : axis.x(toDay(project.baseline_finish_date) + 1)
  return (
    <>
      {bar && <TaskShape {...bar} done={project.completion_percentage ?? 0} critical={false} />}
      {promised !== null && (
        <path
          d={`M${promised} 4v18`}
          stroke="var(--color-baseline)"
          strokeWidth={3}
          strokeLinecap="round"
        />
      )}
      {project.milestones.map((milestone) => {
        const x = middleOf(axis, toDay(milestone.achieved_on ?? milestone.due_date))
        return (
          <g key={milestone.id} transform={`translate(${x - 6} 18)`}>
            <title>{`${milestone.name}, ${formatDay(milestone.due_date)}`}</title>
            <MilestoneMark state={milestoneState(milestone, today)} size={12} />
          </g>
        )
      })}
    </>
  )
}
