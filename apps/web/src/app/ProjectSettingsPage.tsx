import { useParams } from 'react-router'
import { SettingsPage } from '#features/project-settings/SettingsPage.tsx'

export function ProjectSettingsPage() {
  const { projectId = '' } = useParams()
  return <SettingsPage projectId={projectId} />
}
