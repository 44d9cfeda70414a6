import type { AttachmentView } from '@milepost/api-contracts/discussion'
import { useId } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { useModal } from '#shared/ui/use-modal.ts'
import { texts } from './texts.ts'
import { useFileAddress } from './use-file-address.ts'

interface FilePreviewProps {
  attachment: AttachmentView
  onClose: () => void
}

/** A picture as large as the window lets it be. */
export function FilePreview({ attachment: { id, file_name }, onClose }: FilePreviewProps) {
  const dialog = useModal(onClose)
  const title = useId()
  const { address, error } = useFileAddress(`/attachments/${id}`)
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-auto min-w-60 max-w-[calc(100vw-24px)] rounded-lg bg-raised p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      <header className="flex h-12 items-center border-line border-b pr-3 pl-5">
        <h2 id={title} className="min-w-0 flex-1 truncate font-semibold text-base tracking-tight">
          {file_name}
        </h2>
        <IconButton icon="close" iconSize={14} label={texts.close} onClick={onClose} />
      </header>
      {error !== null && <FieldError text={explain(error)} />}
      {address && (
        <img
          src={address}
          alt={file_name}
          className="mx-auto block max-h-[calc(100vh-96px)] max-w-full object-contain"
        />
      )}
    </dialog>
  )
}
