import type { ActivityKind, ActivityView } from '@milepost/api-contracts/discussion'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { useMembers } from '#shared/api/members-query.ts'
import { formatLongDay, formatTime } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { ActivityLine } from './ActivityLine.tsx'
import { byDay } from './activity-days.ts'
import { kindWord } from './activity-words.ts'
import { useActivity } from './discussion-query.ts'
import { words } from './discussion-texts.ts'

const kinds = Object.entries(kindWord) as [ActivityKind, string][]

/** What happened in a project, day by day, the newest first; of one person or of one kind. */
export function ProjectActivity({ projectId }: { projectId: string }) {
  const [params, setParams] = useSearchParams()
  const filter = { actor_id: params.get('by') ?? '', kind: params.get('what') ?? '' }
  const queryKey = ['activity', projectId, filter]
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  const activity = useActivity(queryKey, `/projects/${projectId}/activity?${asked}`)
  const members = useMembers(projectId).data?.items ?? []
  const items = activity.data?.pages.flatMap((page) => page.items)
  useLiveActivity(projectId)

  const choose = (name: 'by' | 'what', value: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      if (value === '') next.delete(name)
      else next.set(name, value)
      return next
    })

  return (
    <main className="w-full max-w-[860px] px-6 py-4 max-sm:p-3">
      <div className="mb-3 flex gap-2">
        <Select
          compact
          aria-label={words.person}
          className="w-52!"
          value={filter.actor_id}
          onChange={({ target }) => choose('by', target.value)}
        >
          <option value="">{words.everybody}</option>
          {members.map(({ id, display_name }) => (
            <option key={id} value={id}>
              {display_name}
            </option>
          ))}
        </Select>
        <Select
          compact
          aria-label={words.kind}
          className="w-44!"
          value={filter.kind}
          onChange={({ target }) => choose('what', target.value)}
        >
          <option value="">{words.everything}</option>
          {kinds.map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </Select>
      </div>
      <Panel title={words.activity}>
        {activity.isPending && <ActivitySkeleton />}
        {activity.isError && !items && (
          <FailedState
            title={words.activityFailed}
            onRetry={() => void activity.refetch()}
            reference={referenceOf(activity.error)}
          >
            {explain(activity.error)}
          </FailedState>
        )}
        {items?.length === 0 && (
          <EmptyState title={asked.size > 0 ? words.noneSuch : words.noActivity}>
            {words.activityHint}
          </EmptyState>
        )}
        {items && byDay(items).map(({ day, items }) => <Day key={day} day={day} items={items} />)}
      </Panel>
      {activity.hasNextPage && (
        <Button className="mt-3" onClick={() => void activity.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </main>
  )
}

const Day = ({ day, items }: { day: string; items: readonly ActivityView[] }) => (
  <section className="border-line px-4 py-2 not-first-of-type:border-t">
    <h3 className="font-medium text-ink-3 text-xs">{formatLongDay(day)}</h3>
    <ul>
      {items.map((item) => (
        <ActivityLine
          key={item.id}
          item={item}
          time={formatTime(item.created_at)}
          task={<TaskName task={item.task} />}
        />
      ))}
    </ul>
  </section>
)

/** Leads to the task, beside this page; a deleted one is only named. */
function TaskName({ task }: { task: ActivityView['task'] }) {
  const [params] = useSearchParams()
  const search = new URLSearchParams(params)
  search.set('task', task.id)
  const name = (
    <>
      <span className="text-ink-3 text-xs">{task.key}</span> {task.title}
    </>
  )
  if (task.deleted) return <del className="min-w-0 truncate text-ink-3">{name}</del>
  return (
    <Link to={{ search: search.toString() }} className="min-w-0 truncate hover:underline">
      {name}
    </Link>
  )
}

function useLiveActivity(projectId: string) {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: ['activity', projectId] })
  useLiveChannel(`project:${projectId}`, { onEvent: readAgain, onResync: readAgain })
}

const ActivitySkeleton = () => (
  <Loading label={words.activityLoading}>
    {['w-1/2', 'w-2/5', 'w-3/5'].map((width) => (
      <div key={width} className="flex h-11 items-center px-4">
        <Skeleton className={`h-2.5 ${width}`} />
      </div>
    ))}
  </Loading>
)
