import type { TrashedTask } from '@milepost/api-contracts/list'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { texts } from './texts.ts'
import { trashKey, useRestore, useTrash } from './trash-query.ts'

/** What was deleted in a project, and the way back. */
export function ProjectTrash({ projectId }: { projectId: string }) {
  const trash = useTrash(projectId)
  const restore = useRestore(projectId)
  useLiveTrash(projectId)
  const tasks = trash.data?.pages.flatMap(({ items }) => items)
  const back = (
    <Link to={`/projects/${projectId}/list`} className={buttonClass({})}>
      {texts.back}
    </Link>
  )

  return (
    <main className="w-full max-w-[1120px] px-6 py-4 max-sm:p-3">
      <Panel title={texts.title} {...(tasks && tasks.length > 0 && { note: texts.hint })}>
        {trash.isPending && (
          <Loading label={texts.loading}>
            <div className="grid gap-3 p-4">
              <Skeleton className="h-5 w-1/2" />
              <Skeleton className="h-5 w-2/5" />
            </div>
          </Loading>
        )}
        {trash.isError && !tasks && (
          <FailedState
            title={texts.failed}
            onRetry={() => void trash.refetch()}
            reference={referenceOf(trash.error)}
          >
            {explain(trash.error)}
          </FailedState>
        )}
        {tasks?.length === 0 && (
          <EmptyState title={texts.empty} actions={back}>
            {texts.emptyHint}
          </EmptyState>
        )}
        {tasks && tasks.length > 0 && (
          <TrashTable tasks={tasks} onRestore={(task) => restore.mutate(task)} />
        )}
      </Panel>
      <div className="mt-3 flex gap-2">
        {tasks && tasks.length > 0 && back}
        {trash.hasNextPage && (
          <Button onClick={() => void trash.fetchNextPage()}>{texts.more}</Button>
        )}
      </div>
    </main>
  )
}

/** Tasks go and come by other hands too. */
function useLiveTrash(projectId: string): void {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: trashKey(projectId) })
  useLiveChannel(`project:${projectId}`, {
    onEvent: ({ event_type }) => {
      if (event_type === 'task.deleted' || event_type === 'task.created') readAgain()
    },
    onResync: readAgain,
  })
}

interface TrashTableProps {
  tasks: readonly TrashedTask[]
  onRestore: (task: TrashedTask) => void
}

const TrashTable = ({ tasks, onRestore }: TrashTableProps) => (
  <table className="w-full table-fixed text-left">
    <thead>
      <tr className="h-8 text-ink-3 text-xs">
        <th className="px-4 font-normal">{texts.task}</th>
        <th className="w-36 px-2 font-normal max-sm:hidden">{texts.deleted}</th>
        <th className="w-44 px-2 font-normal max-sm:hidden">{texts.by}</th>
        <th className="w-28 px-4">
          <span className="sr-only">{texts.restore}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {tasks.map((task) => (
        <tr key={task.id} className="h-11 border-line border-t hover:bg-hover">
          <td className="px-4">
            <span className="flex min-w-0 items-center gap-2">
              <StatusMark
                status={task.status}
                label={statusWord[task.status]}
                className="flex-none"
              />
              <span className="flex-none text-ink-3">{task.key}</span>
              <span className="truncate" title={task.title}>
                {task.title}
              </span>
              {task.subtask_count > 0 && (
                <span className="flex-none text-ink-3 text-xs">
                  {texts.with(plural(task.subtask_count, 'subtask'))}
                </span>
              )}
            </span>
          </td>
          <td className="px-2 text-ink-2 tabular-nums max-sm:hidden">
            {formatMoment(task.deleted_at)}
          </td>
          <td className="truncate px-2 text-ink-2 max-sm:hidden">
            {task.deleted_by?.display_name ?? '–'}
          </td>
          <td className="px-4 text-right">
            {task.can.restore && (
              <Button size="sm" onClick={() => onRestore(task)}>
                {texts.restore}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
