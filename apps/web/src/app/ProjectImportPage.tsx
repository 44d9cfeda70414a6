import { useParams } from 'react-router'
import { ImportPage } from '#features/imports/ImportPage.tsx'

export function ProjectImportPage() {
  const { projectId = '' } = useParams()
  return <ImportPage projectId={projectId} />
}
