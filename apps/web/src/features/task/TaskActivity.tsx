import type { TaskView } from '@milepost/api-contracts/tasks'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { ActivityLine } from './ActivityLine.tsx'
import { keyOf, useActivity } from './discussion-query.ts'
import { words } from './discussion-texts.ts'

/** What happened to a task, the newest first. */
export function TaskActivity({ task }: { task: TaskView }) {
  const activity = useActivity(keyOf(task.id, 'activity'), `/tasks/${task.id}/activity?limit=30`)
  const items = activity.data?.pages.flatMap((page) => page.items)
  if (activity.isError && !items) {
    return (
      <FailedState
        title={words.activityFailed}
        onRetry={() => void activity.refetch()}
        reference={referenceOf(activity.error)}
      >
        {explain(activity.error)}
      </FailedState>
    )
  }
  return (
    <>
      {items?.length === 0 && <p className="mt-2 text-ink-3">{words.noActivity}</p>}
      <ul className="mt-1">
        {items?.map((item) => (
          <ActivityLine key={item.id} item={item} time={formatMoment(item.created_at)} />
        ))}
      </ul>
      {activity.hasNextPage && (
        <Button className="mt-2" size="sm" onClick={() => void activity.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}
