import { useParams } from 'react-router'
import { KanbanBoard } from '#features/kanban/KanbanBoard.tsx'

export function BoardPage() {
  const { projectId = '' } = useParams()
  return <KanbanBoard projectId={projectId} />
}
