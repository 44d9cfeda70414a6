import { useParams } from 'react-router'
import { RecurringPage } from '#features/recurring/RecurringPage.tsx'

export function ProjectRecurringPage() {
  const { projectId = '' } = useParams()
  return <RecurringPage projectId={projectId} />
}
