import { Link } from 'react-router'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { noteTone } from './MilestoneLine.tsx'
import type { AxisMilestone } from './milestone-axis.ts'

/** The milestones by date, in as many columns as fit. */
export const MilestoneList = ({ items }: { items: readonly AxisMilestone[] }) => (
  <ul className="grid @min-[640px]:grid-cols-2 @min-[1040px]:grid-cols-3">
    {items.map(({ milestone, state, note }) => (
      <li
        key={milestone.id}
        className="min-w-0 border-line not-first:border-t @min-[640px]:border-0!"
      >
        <Link
          to={`/projects/${milestone.project.id}/milestones`}
          className="grid grid-cols-[14px_minmax(0,1fr)] gap-3 hover:bg-hover px-4 py-2.5"
        >
          <span className="mt-[3px]">
            <MilestoneMark state={state} />
          </span>
          <span>
            <span className="block font-medium leading-4">{milestone.name}</span>
            <span className="block truncate text-xs leading-5">
              <span className={noteTone[state]}>{note}</span>
              <span className="text-ink-3"> · {milestone.project.name}</span>
            </span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
