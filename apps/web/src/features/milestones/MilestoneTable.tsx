import type { MilestoneView } from '@milepost/api-contracts/projects'
import { useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { formatDayOfYear } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { milestoneAchieved } from './achieve.ts'
import { sayState, stateOf } from './milestone-state.ts'
import { texts } from './texts.ts'

interface MilestoneTableProps {
  milestones: readonly MilestoneView[]
  today: string
  onEdit: (milestone: MilestoneView) => void
}

const tone = {
  achieved: 'text-ink-2',
  coming: 'text-ink-2',
  at_risk: 'text-amber-fg',
  missed: 'text-red-fg',
}
const { columns } = texts

export const MilestoneTable = ({ milestones, today, onEdit }: MilestoneTableProps) => (
  <table className="w-full border-collapse">
    <thead>
      <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
        <th scope="col" className="pl-4!">
          {columns.name}
        </th>
        <th scope="col" className="w-32 max-sm:hidden">
          {columns.due}
        </th>
        <th scope="col" className="w-40 max-sm:hidden">
          {columns.tasks}
        </th>
        <th scope="col" className="w-72 max-lg:w-44">
          {columns.state}
        </th>
        <th scope="col" className="w-44 max-sm:w-12">
          <span className="sr-only">{texts.edit('')}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {milestones.map((milestone) => (
        <Row key={milestone.id} milestone={milestone} today={today} onEdit={onEdit} />
      ))}
    </tbody>
  </table>
)

interface RowProps {
  milestone: MilestoneView
  today: string
  onEdit: (milestone: MilestoneView) => void
}

function Row({ milestone, today, onEdit }: RowProps) {
  const client = useQueryClient()
  const state = stateOf(milestone, today)
  const open = milestone.status === 'upcoming'
  return (
    <tr className="h-11 border-line border-t *:px-2 *:py-1.5 hover:bg-hover">
      <td className="pl-4!">
        <span className="flex items-center gap-2.5">
          <MilestoneMark state={state} />
          <span className="line-clamp-2 font-medium leading-[18px]" title={milestone.name}>
            {milestone.name}
          </span>
        </span>
      </td>
      <td className="whitespace-nowrap tabular-nums max-sm:hidden">
        {formatDayOfYear(milestone.due_date)}
      </td>
      <td className="max-sm:hidden">
        <TasksDone milestone={milestone} />
      </td>
      <td>
        <span className={clsx('block', tone[state])}>{sayState(milestone, today)}</span>
        {milestone.at_risk_reason !== null && (
          <span className="block text-ink-3 text-xs">{milestone.at_risk_reason}</span>
        )}
      </td>
      <td className="pr-3!">
        {milestone.can.update && (
          <span className="flex items-center justify-end gap-1">
            {open && (
              <span className="max-sm:hidden">
                <Button size="sm" onClick={() => void milestoneAchieved(client, milestone)}>
                  {texts.achieve}
                </Button>
              </span>
            )}
            <IconButton
              icon="edit"
              iconSize={14}
              size="sm"
              label={texts.edit(milestone.name)}
              onClick={() => onEdit(milestone)}
            />
          </span>
        )}
      </td>
    </tr>
  )
}

function TasksDone({ milestone: { name, tasks } }: { milestone: MilestoneView }) {
  if (tasks.total === 0) return <span className="text-ink-3">{texts.noTasks}</span>
  return (
    <span className="flex items-center gap-2">
      <Meter
        value={(tasks.done / tasks.total) * 100}
        label={`${texts.columns.tasks}, ${name}`}
        className="w-20"
      />
      <span className="text-ink-2 text-xs tabular-nums">
        {tasks.done} of {tasks.total}
      </span>
    </span>
  )
}
