import { useParams } from 'react-router'
import { MilestonesPage } from '#features/milestones/MilestonesPage.tsx'

export function ProjectMilestonesPage() {
  const { projectId = '' } = useParams()
  return <MilestonesPage projectId={projectId} />
}
