import { useParams } from 'react-router'
import { KanbanBoard } from '#features/kanban/KanbanBoard.tsx'
import { TaskBeside } from './TaskBeside.tsx'

/** The board, and beside it the task that the address names. */
export function BoardPage() {
  const { projectId = '' } = useParams()
  return (
    <>
      <KanbanBoard projectId={projectId} />
      <TaskBeside projectId={projectId} />
    </>
  )
}
