import type { AssigneeSuggestion, AssigneeSuggestions } from '@milepost/api-contracts/list'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useSuggestions } from '#shared/api/suggestions-query.ts'
import { formatDayRange } from '#shared/format/dates.ts'
import { formatHours, plural } from '#shared/format/numbers.ts'
import { Avatar } from './Avatar.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FailedState } from './FailedState.tsx'
import { Loading } from './Loading.tsx'
import { NeededSkills } from './NeededSkills.tsx'
import { Skeleton } from './Skeleton.tsx'

interface SuggestAssigneeProps {
  taskId: string
  assigneeId: string | null
  onChoose: (personId: string) => void
  onClose: () => void
}

/** Who suits a task, and why: the skills and the time behind every place in the order. */
export function SuggestAssignee({ taskId, assigneeId, onChoose, onClose }: SuggestAssigneeProps) {
  const suggestions = useSuggestions(taskId)
  return (
    <Dialog title="Who suits this task" onClose={onClose}>
      {suggestions.isPending && (
        <Loading label="Looking who suits it">
          <Skeleton className="mt-4 h-32" />
        </Loading>
      )}
      {suggestions.isError && !suggestions.data && (
        <FailedState
          title="The suggestions did not load"
          onRetry={() => void suggestions.refetch()}
          reference={referenceOf(suggestions.error)}
          className="px-0!"
        >
          {explain(suggestions.error)}
        </FailedState>
      )}
      {suggestions.data && (
        <>
          <NeededSkills taskId={taskId} skills={suggestions.data.needed_skills} />
          <p className="mt-3 text-ink-3 text-xs">{basis(suggestions.data)}</p>
          <ul className="-mx-2 mt-2 max-h-[46vh] overflow-y-auto">
            {suggestions.data.items.map((item) => (
              <Suggested
                key={item.person.id}
                item={item}
                assigned={item.person.id === assigneeId}
                onChoose={() => onChoose(item.person.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

/** What the order is made from, in words. */
function basis({ window, needed_minutes, needed_skills }: AssigneeSuggestions): string {
  const when = formatDayRange(window.from, window.to)
  const days = window.planned ? `Looked at ${when}.` : `Without dates, ${when} was looked at.`
  const work =
    needed_minutes === null ? 'It has no estimate.' : `${formatHours(needed_minutes)} left to do.`
  const score =
    needed_skills.length === 0
      ? 'The score is free time alone; name the skills it needs to weigh them too.'
      : 'The score is half skills, half free time.'
  return `${days} ${work} ${score}`
}

interface SuggestedProps {
  item: AssigneeSuggestion
  assigned: boolean
  onChoose: () => void
}

const Suggested = ({ item, assigned, onChoose }: SuggestedProps) => (
  <li className="grid grid-cols-[28px_minmax(0,1fr)_auto_auto] items-center gap-3 border-line px-2 py-2 not-first:border-t">
    <Avatar name={item.person.display_name} size="lg" decorative />
    <div className="min-w-0">
      <p className="truncate font-medium">{item.person.display_name}</p>
      {item.skills.length > 0 && <p className="text-ink-2 text-xs">{skillReason(item)}</p>}
      <p className="text-ink-3 text-xs">{timeReason(item)}</p>
    </div>
    <span className="text-right font-semibold tabular-nums" title="Score of 100">
      {item.score}
    </span>
    {assigned ? (
      <span className="w-16 text-center text-ink-3 text-xs">Has it</span>
    ) : (
      <Button
        size="sm"
        onClick={onChoose}
        aria-label={`Assign to ${item.person.display_name}`}
        className="w-16"
      >
        Assign
      </Button>
    )}
  </li>
)

const skillReason = ({ skills }: AssigneeSuggestion) =>
  skills
    .map(({ name, level, needed_level }) =>
      level === null
        ? `no ${name} (needs ${needed_level})`
        : `${name} ${level} of ${needed_level} needed`,
    )
    .join(' · ')

function timeReason(item: AssigneeSuggestion): string {
  const { capacity_minutes, free_minutes, committed_minutes, absent_minutes, open_tasks } = item
  const tasks = plural(open_tasks, 'open task')
  if (capacity_minutes === null || free_minutes === null) {
    return `Working time not known · ${tasks}`
  }
  const away = absent_minutes > 0 ? `, ${formatHours(absent_minutes)} away` : ''
  return `${formatHours(free_minutes)} free of ${formatHours(capacity_minutes)}: ${formatHours(committed_minutes)} committed${away} · ${tasks}`
}
