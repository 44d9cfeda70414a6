import { Link } from 'react-router'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { noteTone } from './MilestoneLine.tsx'
import type { AxisMilestone } from './milestone-axis.ts'

/** The milestones on a phone, by date. */
export const MilestoneList = ({ items }: { items: readonly AxisMilestone[] }) => (
  <ul>
    {items.map(({ milestone, state, note }) => (
      <li key={milestone.id} className="border-line not-first:border-t">
        <Link
          to={`/projects/${milestone.project.id}/milestones`}
          className="grid grid-cols-[14px_1fr] gap-3 px-4 py-2.5"
        >
          <span className="mt-[3px]">
            <MilestoneMark state={state} />
          </span>
          <span>
            <span className="block font-medium leading-4">{milestone.name}</span>
            <span className={`block text-xs leading-5 ${noteTone[state]}`}>{note}</span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
