import type { AttachmentView } from '@milepost/api-contracts/discussion'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { fetchFile, saveFile } from '#shared/api/files.ts'
import { request } from '#shared/api/request.ts'
import { formatBytes } from '#shared/format/bytes.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useDoing } from './discussion-query.ts'
import { words } from './discussion-texts.ts'
import { FilePreview } from './FilePreview.tsx'
import { useFileAddress } from './use-file-address.ts'

/** One file: a look at it if it is a picture, its size, who sent it and when. */
export function FileItem({ attachment }: { attachment: AttachmentView }) {
  const { id, task_id, file_name, size_bytes, uploaded_by, created_at, has_thumbnail, can } =
    attachment
  const [doing, setDoing] = useState<'looking' | 'deleting' | null>(null)
  const deletion = useDoing(task_id, 'attachments', () =>
    request<undefined>({ method: 'DELETE', path: `/attachments/${id}` }),
  )

  async function download() {
    try {
      saveFile(await fetchFile(`/attachments/${id}`), file_name)
    } catch (error) {
      somethingFailed(explain(error))
    }
  }

  return (
    <li className="grid grid-cols-[40px_minmax(0,1fr)_auto] items-center gap-2.5 py-1">
      {has_thumbnail ? (
        <button
          type="button"
          aria-label={`${words.look} ${file_name}`}
          onClick={() => setDoing('looking')}
          className="size-10 overflow-hidden rounded-sm border border-line bg-sunken"
        >
          <Thumbnail attachmentId={id} />
        </button>
      ) : (
        <span
          aria-hidden="true"
          className="grid size-10 place-items-center rounded-sm border border-line bg-sunken text-2xs text-ink-3"
        >
          {endingOf(file_name)}
        </span>
      )}
      <div className="min-w-0">
        <p className="truncate" title={file_name}>
          {file_name}
        </p>
        <p className="truncate text-ink-3 text-xs">
          {formatBytes(size_bytes)} · {uploaded_by.display_name}, {formatMoment(created_at)}
        </p>
      </div>
      <div className="flex">
        <IconButton
          icon="download"
          iconSize={14}
          size="sm"
          label={`${words.download} ${file_name}`}
          onClick={() => void download()}
        />
        {can.delete && (
          <IconButton
            icon="close"
            iconSize={14}
            size="sm"
            label={`${words.delete} ${file_name}`}
            onClick={() => setDoing('deleting')}
          />
        )}
      </div>
      {doing === 'looking' && (
        <FilePreview attachment={attachment} onClose={() => setDoing(null)} />
      )}
      {doing === 'deleting' && (
        <ConfirmDialog
          title={words.deleteFile}
          hint={words.deleteFileHint}
          problem={deletion.isError ? explain(deletion.error) : null}
          onConfirm={() => deletion.mutate(undefined, { onSuccess: () => setDoing(null) })}
          onClose={() => setDoing(null)}
        />
      )}
    </li>
  )
}

function Thumbnail({ attachmentId }: { attachmentId: string }) {
  const { address } = useFileAddress(`/attachments/${attachmentId}/thumbnail`)
  return address && <img src={address} alt="" className="size-full object-cover" />
}

/** "PDF"; nothing for a name without an ending. */
const endingOf = (name: string) => /\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? ''
