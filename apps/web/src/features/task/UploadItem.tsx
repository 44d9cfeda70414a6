import { FieldError } from '#shared/ui/FieldError.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { words } from './discussion-texts.ts'
import type { Upload } from './use-uploads.ts'

/** A file on its way: how far it is, or why it did not arrive. */
export const UploadItem = ({ upload, onForget }: { upload: Upload; onForget: () => void }) => (
  <li className="flex items-start gap-2 py-1">
    <div className="min-w-0 flex-1">
      <p className="truncate">{upload.name}</p>
      {upload.problem === null ? (
        <progress
          aria-label={`${words.sending} ${upload.name}`}
          value={upload.part}
          className="block h-1 w-full accent-accent"
        />
      ) : (
        <FieldError text={upload.problem} />
      )}
    </div>
    <IconButton
      icon="close"
      iconSize={12}
      size="sm"
      label={upload.problem === null ? words.stop : words.dismiss}
      onClick={onForget}
    />
  </li>
)
