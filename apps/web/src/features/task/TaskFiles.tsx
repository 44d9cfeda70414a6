import type { TaskView } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { formatBytes } from '#shared/format/bytes.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { useAttachments } from './discussion-query.ts'
import { words } from './discussion-texts.ts'
import { FileItem } from './FileItem.tsx'
import { Section } from './Section.tsx'
import { UploadItem } from './UploadItem.tsx'
import { useDrop } from './use-drop.ts'
import { useUploads } from './use-uploads.ts'

/** The files beside a task. More of them come by choosing, dropping or pasting. */
export function TaskFiles({ task }: { task: TaskView }) {
  const attachments = useAttachments(task.id)
  const { items = [], bytes_max = 0, can } = attachments.data ?? {}
  const chooser = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const { uploads, start, forget } = useUploads(task.id, (file) =>
    file.size > bytes_max ? words.tooLarge(formatBytes(bytes_max)) : null,
  )
  const attach = can?.attach === true
  const over = useDrop(area, attach, start)
  usePaste(attach, start)

  return (
    <Section
      title={words.files}
      {...(items.length > 0 && { note: items.length })}
      aside={
        attach && (
          <>
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={words.attach}
              onChange={({ target }) => {
                start(target.files ?? [])
                target.value = ''
              }}
            />
            <Button variant="ghost" size="sm" onClick={() => chooser.current?.click()}>
              {words.attach}
            </Button>
          </>
        )
      }
    >
      {attachments.isError && <FieldError text={explain(attachments.error)} />}
      <div
        ref={area}
        className={clsx('mt-1 rounded-md', over && 'outline-2 outline-accent outline-dashed')}
      >
        {over && <p className="px-2 py-1 text-accent text-xs">{words.drop}</p>}
        {attachments.data && items.length === 0 && uploads.length === 0 && !over && (
          <p className="text-ink-3">{attach ? words.noFiles : words.noFilesRead}</p>
        )}
        <ul className="grid gap-1">
          {uploads.map((upload) => (
            <UploadItem key={upload.id} upload={upload} onForget={() => forget(upload.id)} />
          ))}
          {items.map((attachment) => (
            <FileItem key={attachment.id} attachment={attachment} />
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** A picture or a file in the clipboard, wherever on the page it is pasted. */
function usePaste(enabled: boolean, start: (files: Iterable<File>) => void) {
  const latest = useRef(start)
  useEffect(() => {
    latest.current = start
  })
  useEffect(() => {
    if (!enabled) return
    const handle = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files
      if (!files || files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', handle)
    return () => window.removeEventListener('paste', handle)
  }, [enabled])
}
