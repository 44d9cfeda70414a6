import { type ImportFile, type ImportKind, importKindSchema } from '@milepost/api-contracts/imports'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { kindWords, texts } from './texts.ts'

interface FilePartProps {
  file: ImportFile | null
  busy: boolean
  onChoose: (file: File) => void
  onKind: (kind: ImportKind) => void
}

/** Where a file is chosen or dropped, and how it is read. */
export function FilePart({ file, busy, onChoose, onKind }: FilePartProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onChoose(dropped)
  }
  return (
    <section
      aria-label={texts.file}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={over ? 'rounded-b-lg bg-accent-soft' : undefined}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx,.xml,.json,text/csv"
        aria-label={texts.fileLabel}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          target.value = ''
          if (chosen) onChoose(chosen)
        }}
      />
      {file ? (
        <div className="flex flex-wrap items-center gap-3 p-4">
          <span className="min-w-40 flex-1 truncate font-medium" title={file.file_name}>
            {file.file_name}
          </span>
          <span role="status" className="text-ink-3 text-xs">
            {busy && texts.reading}
          </span>
          <Select
            compact
            aria-label={texts.kind}
            value={file.kind}
            className="w-56!"
            onChange={({ target }) => onKind(target.value as ImportKind)}
          >
            {importKindSchema.options.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </Select>
          <Button onClick={() => input.current?.click()}>{texts.chooseAnother}</Button>
        </div>
      ) : (
        <div className="grid justify-items-center gap-3 px-6 py-12 text-center">
          <h3 className="font-semibold">{texts.dropTitle}</h3>
          <p className="max-w-[52ch] text-pretty text-ink-2">{texts.drop}</p>
          <Button variant="primary" size="lg" onClick={() => input.current?.click()}>
            {texts.choose}
          </Button>
        </div>
      )}
    </section>
  )
}
