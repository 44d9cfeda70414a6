import type { TaskView } from '@milepost/api-contracts/tasks'
import { useEffect, useRef } from 'react'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { isStatus } from '#shared/api/send.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { StateBlock } from '#shared/ui/StateBlock.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { useSidePanel } from '#shared/ui/use-side-panel.ts'
import { DeleteTask } from './DeleteTask.tsx'
import { OpenPredecessors } from './OpenPredecessors.tsx'
import { PartOf } from './PartOf.tsx'
import { Subtasks } from './Subtasks.tsx'
import { TaskConflict } from './TaskConflict.tsx'
import { TaskDiscussion } from './TaskDiscussion.tsx'
import { TaskFields } from './TaskFields.tsx'
import { TaskFiles } from './TaskFiles.tsx'
import { TaskLinks } from './TaskLinks.tsx'
import { TaskText } from './TaskText.tsx'
import { useTask } from './task-query.ts'
import { texts } from './texts.ts'
import { WatchButton } from './WatchButton.tsx'

interface TaskPanelProps {
  projectId: string
  taskId: string
  onClose: () => void
  onDeleted: () => void
}

/** Beside the page, not over it: the board stays usable while a task is open. */
export function TaskPanel({ projectId, taskId, onClose, onDeleted }: TaskPanelProps) {
  const task = useTask(projectId, taskId)
  const panel = useRef<HTMLElement>(null)
  useSidePanel()
  useEffect(() => panel.current?.focus(), [])
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('dialog[open]')
      )
        onClose()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [onClose])

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={texts.panel}
      className="fixed inset-y-0 right-0 z-(--z-panel) flex w-(--size-panel) max-w-full flex-col border-line-strong border-l bg-raised outline-none lg:top-(--size-header)"
    >
      <header className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-5">
        {task.data && <Heading task={task.data} />}
        <span className="flex-1" />
        {task.data && <WatchButton key={taskId} taskId={taskId} />}
        <IconButton icon="close" iconSize={14} label={texts.close} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {task.isPending && (
          <Loading label={texts.loading}>
            <div className="grid gap-3 p-5">
              <Skeleton className="h-6 w-4/5" />
              <Skeleton className="h-40" />
            </div>
          </Loading>
        )}
        {task.isError &&
          !task.data &&
          (isStatus(task.error, 404) ? (
            <StateBlock title={texts.gone}>{texts.goneHint}</StateBlock>
          ) : (
            <FailedState
              title={texts.failed}
              onRetry={() => void task.refetch()}
              reference={referenceOf(task.error)}
            >
              {explain(task.error)}
            </FailedState>
          ))}
        {task.data && <Content key={task.data.id} task={task.data} onDeleted={onDeleted} />}
      </div>
    </aside>
  )
}

const Heading = ({ task }: { task: TaskView }) => (
  <>
    <span className="font-medium">{task.key}</span>
    <span className="flex items-center gap-1.5 text-ink-3 text-xs">
      <StatusMark status={task.status} />
      {statusWord[task.status]}
    </span>
  </>
)

const Content = ({ task, onDeleted }: { task: TaskView; onDeleted: () => void }) => (
  <div className="px-5 py-4">
    <TaskConflict task={task} />
    <PartOf task={task} />
    <TaskText task={task} />
    <OpenPredecessors task={task} />
    <TaskFields task={task} />
    <Subtasks task={task} />
    <TaskLinks task={task} />
    <TaskFiles task={task} />
    <TaskDiscussion task={task} />
    {task.can.delete && <DeleteTask task={task} onDeleted={onDeleted} />}
  </div>
)
