import { useParams } from 'react-router'
import { ProjectInsights } from '#features/insights/ProjectInsights.tsx'

export function InsightsPage() {
  const { projectId = '' } = useParams()
  return <ProjectInsights projectId={projectId} />
}
