import { useCallback } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { TaskList } from '#features/list/TaskList.tsx'
import { TaskBeside } from './TaskBeside.tsx'

/** The list, and beside it the task that the address names. */
export function ListPage() {
  const { projectId = '' } = useParams()
  const [, setParams] = useSearchParams()
  const open = useCallback(
    (taskId: string) =>
      setParams((current) => {
        const next = new URLSearchParams(current)
        next.set('task', taskId)
        return next
      }),
    [setParams],
  )
  return (
    <>
      <TaskList projectId={projectId} onOpen={open} />
      <TaskBeside projectId={projectId} />
    </>
  )
}
