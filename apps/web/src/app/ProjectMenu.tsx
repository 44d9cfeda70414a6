import type { ProjectView } from '@milepost/api-contracts/projects'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMe } from '#shared/api/session-store.ts'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Menu } from '#shared/ui/Menu.tsx'

const ExportDialog = lazy(async () => ({
  default: (await import('#features/imports/ExportDialog.tsx')).ExportDialog,
}))
const SaveAsTemplateDialog = lazy(async () => ({
  default: (await import('#features/templates/SaveAsTemplateDialog.tsx')).SaveAsTemplateDialog,
}))

/** What is done with a project as a whole, from whichever view. */
export function ProjectMenu({ project }: { project: ProjectView }) {
  const navigate = useNavigate()
  const roles = useMe()?.roles ?? []
  const [open, setOpen] = useState<'export' | 'template' | null>(null)
  const { id, can } = project
  const close = () => setOpen(null)

  const items = [
    { label: 'Recurring tasks', onSelect: () => void navigate(`/projects/${id}/recurring`) },
    ...(can.create_task
      ? [{ label: 'Import tasks…', onSelect: () => void navigate(`/projects/${id}/import`) }]
      : []),
    ...(can.update || roles.includes('executive')
      ? [{ label: 'Export…', onSelect: () => setOpen('export') }]
      : []),
    ...(can.update ? [{ label: 'Save as template…', onSelect: () => setOpen('template') }] : []),
  ]
  return (
    <>
      <Menu label="Project" groups={[{ items }]}>
        {(trigger) => (
          <IconButton {...trigger} icon="more" iconSize={14} label="More of this project" />
        )}
      </Menu>
      <Suspense>
        {open === 'export' && <ExportDialog project={project} onClose={close} />}
        {open === 'template' && <SaveAsTemplateDialog project={project} onClose={close} />}
      </Suspense>
    </>
  )
}
