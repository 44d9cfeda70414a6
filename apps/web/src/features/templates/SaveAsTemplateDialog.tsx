import type { ProjectView } from '@milepost/api-contracts/projects'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { NameDialog } from './NameDialog.tsx'
import { saveAsTemplate } from './template-api.ts'
import { texts } from './texts.ts'

interface SaveAsTemplateDialogProps {
  project: Pick<ProjectView, 'id' | 'name'>
  onClose: () => void
}

/** Keeps the plan of a project for the next one of its kind. */
export const SaveAsTemplateDialog = ({ project, onClose }: SaveAsTemplateDialogProps) => (
  <NameDialog
    title={texts.saveTitle}
    hint={texts.saveHint}
    known={{ name: project.name, description: '' }}
    onSave={async (named) => {
      const { name } = await saveAsTemplate(project.id, named)
      somethingHappened({ text: texts.saved(name) })
    }}
    onClose={onClose}
  />
)
