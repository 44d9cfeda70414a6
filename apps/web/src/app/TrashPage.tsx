import { useParams } from 'react-router'
import { ProjectTrash } from '#features/trash/ProjectTrash.tsx'

export function TrashPage() {
  const { projectId = '' } = useParams()
  return <ProjectTrash projectId={projectId} />
}
