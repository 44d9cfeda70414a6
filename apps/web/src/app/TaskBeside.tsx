import { type ReactNode, Suspense } from 'react'
import { SidePanel } from '#shared/ui/SidePanel.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { lazyPart } from './lazy-part.ts'
import { useOpenTask } from './use-open-task.ts'

const TaskPanel = lazyPart(async () => (await import('#features/task/TaskPanel.tsx')).TaskPanel)

/** The task that the address names, beside a view of its project. If it fails, the view stands. */
export function TaskBeside({ projectId }: { projectId: string }) {
  const { taskId, close, forget } = useOpenTask()
  if (taskId === null) return null
  const frame = (message: ReactNode) => (
    <SidePanel label="Task" bar={<span className="flex-1" />} onClose={close}>
      {message}
    </SidePanel>
  )
  return (
    <ErrorBoundary of={taskId} frame={frame}>
      <Suspense>
        <TaskPanel
          key={taskId}
          projectId={projectId}
          taskId={taskId}
          onClose={close}
          onDeleted={forget}
        />
      </Suspense>
    </ErrorBoundary>
  )
}
