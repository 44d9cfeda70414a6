import type { ImportField, ImportFile, ImportKind } from '@milepost/api-contracts/imports'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { explain } from '#shared/api/api-problem.ts'
import { useProject } from '#shared/api/projects-query.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { FilePart } from './FilePart.tsx'
import { ImportBar } from './ImportBar.tsx'
import { useImport, usePreview } from './import-api.ts'
import { bytesMax, guessKind, toBase64 } from './import-file.ts'
import { PreviewPanels } from './PreviewPanels.tsx'
import { texts } from './texts.ts'

/** Brings a plan from elsewhere into the project: a file, what it becomes, and then at once. */
export function ImportPage({ projectId }: { projectId: string }) {
  const project = useProject(projectId)
  const navigate = useNavigate()
  const [file, setFile] = useState<ImportFile | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const preview = usePreview(projectId)
  const bring = useImport(projectId)

  function read(next: ImportFile) {
    setFile(next)
    bring.reset()
    preview.mutate(next)
  }
  async function choose(chosen: File) {
    setTooLarge(chosen.size > bytesMax)
    if (chosen.size > bytesMax) return
    const head = await chosen.slice(0, 4_096).text()
    const content = toBase64(new Uint8Array(await chosen.arrayBuffer()))
    read({ kind: guessKind(chosen.name, head), file_name: chosen.name, content })
  }
  function readAs(kind: ImportKind) {
    if (file) read({ kind, file_name: file.file_name, content: file.content })
  }
  function mapColumn(column: number, field: ImportField | null) {
    const mapping = preview.data?.columns.map((one, place) =>
      place === column ? field : one.field,
    )
    if (file && mapping) read({ ...file, mapping })
  }

  if (project.data && !project.data.can.create_task) {
    return <EmptyState title={texts.title}>{texts.notYours}</EmptyState>
  }
  return (
    <main className="grid w-full max-w-[1120px] gap-4 px-6 py-4 max-sm:p-3">
      <Panel title={texts.title} note={project.data?.name}>
        <FilePart
          file={file}
          busy={preview.isPending}
          onChoose={(chosen) => void choose(chosen)}
          onKind={readAs}
        />
        {tooLarge && <Wrong text={texts.tooLarge} />}
        {preview.isError && <Wrong text={explain(preview.error)} />}
        {bring.isError && <Wrong text={explain(bring.error)} />}
      </Panel>
      {preview.data && file && (
        <>
          <PreviewPanels preview={preview.data} onMap={mapColumn} />
          <ImportBar
            preview={preview.data}
            busy={bring.isPending || preview.isPending}
            onCancel={() => void navigate(`/projects/${projectId}/board`)}
            onImport={() =>
              bring.mutate(file, {
                onSuccess: () => void navigate(`/projects/${projectId}/list`),
              })
            }
          />
        </>
      )}
    </main>
  )
}

const Wrong = ({ text }: { text: string }) => (
  <div className="px-4 pb-3" role="alert">
    <FieldError text={text} />
  </div>
)
