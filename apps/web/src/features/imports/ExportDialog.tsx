import type { ExportFormat } from '@milepost/api-contracts/imports'
import type { ProjectView } from '@milepost/api-contracts/projects'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { fetchFile, saveFile } from '#shared/api/files.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { formatWords, texts } from './texts.ts'

const ending: Record<ExportFormat, string> = {
  json: 'json',
  mspdi: 'xml',
  xlsx: 'xlsx',
  csv: 'csv',
}

interface ExportDialogProps {
  project: Pick<ProjectView, 'id' | 'key' | 'can'>
  onClose: () => void
}

/** Takes the project out as a file. */
export function ExportDialog({ project, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('json')
  const take = useMutation({
    mutationFn: async () => {
      const file = await fetchFile(`/projects/${project.id}/export?format=${format}`)
      saveFile(file, `${project.key}.${ending[format]}`)
    },
    onSuccess: onClose,
  })
  return (
    <Dialog title={texts.export} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take.mutate()
        }}
      >
        <Field
          label={texts.format}
          hint={project.can.update ? texts.exportHint : `${texts.exportHint} ${texts.exportReader}`}
        >
          {(control) => (
            <Select
              {...control}
              value={format}
              onChange={({ target }) => setFormat(target.value as ExportFormat)}
            >
              {Object.entries(formatWords).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {take.isError && <FieldError text={explain(take.error)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" type="submit" variant="primary">
            {take.isPending ? texts.downloading : texts.download}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
