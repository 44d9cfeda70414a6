import { lazy, Suspense, useCallback } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ProjectTimeline } from '#features/timeline/ProjectTimeline.tsx'

const TaskPanel = lazy(async () => ({
  default: (await import('#features/task/TaskPanel.tsx')).TaskPanel,
}))

/** The plan, and beside it the task that the address names. */
export function TimelinePage() {
  const { projectId = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const taskId = params.get('task')
  const close = useCallback(
    () =>
      setParams((current) => {
        const next = new URLSearchParams(current)
        next.delete('task')
        return next
      }),
    [setParams],
  )
  return (
    <>
      <ProjectTimeline projectId={projectId} />
      {taskId !== null && (
        <Suspense>
          <TaskPanel key={taskId} projectId={projectId} taskId={taskId} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
