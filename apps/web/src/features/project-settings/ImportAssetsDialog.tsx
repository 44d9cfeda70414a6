import type { ImportedAssets } from '@milepost/api-contracts/project-settings'
import { useState } from 'react'
import { ApiProblem, explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { useImportAssets } from './settings-query.ts'
import { texts } from './texts.ts'

/** Shows what a file would change before anything changes. */
export function ImportAssetsDialog({
  projectId,
  onClose,
}: {
  projectId: string
  onClose: () => void
}) {
  const bring = useImportAssets(projectId)
  const [csv, setCsv] = useState('')
  const [preview, setPreview] = useState<ImportedAssets | null>(null)
  const changes = preview === null ? 0 : preview.added + preview.changed

  const read = async (file: File | undefined) => {
    setPreview(null)
    bring.reset()
    if (!file) return
    const text = await file.text()
    setCsv(text)
    bring.mutate({ csv: text, dry_run: true }, { onSuccess: setPreview })
  }
  return (
    <Dialog title={texts.import} onClose={onClose}>
      <Field label={texts.file} hint={texts.importHint}>
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".csv,text/csv"
            className="py-1"
            onChange={({ target }) => void read(target.files?.[0])}
          />
        )}
      </Field>
      {bring.isPending && <p className="mt-3 text-ink-3">{texts.checking}</p>}
      {bring.isError && <Refusal error={bring.error} />}
      {preview && (
        <p role="status" className="mt-3">
          {changes === 0
            ? texts.nothing
            : texts.preview(preview.added, preview.changed, preview.unchanged)}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button size="lg" onClick={onClose}>
          {texts.cancel}
        </Button>
        {changes > 0 && (
          <Button
            size="lg"
            variant="primary"
            onClick={() => bring.mutate({ csv, dry_run: false }, { onSuccess: onClose })}
          >
            {texts.apply(changes)}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

const Refusal = ({ error }: { error: unknown }) =>
  error instanceof ApiProblem && error.errors.length > 0 ? (
    <ul className="mt-3">
      {error.errors.map(({ detail }) => (
        <li key={detail}>
          <FieldError text={detail} />
        </li>
      ))}
    </ul>
  ) : (
    <FieldError text={explain(error)} />
  )
