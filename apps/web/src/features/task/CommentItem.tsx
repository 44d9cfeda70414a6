import type { PersonRef } from '@milepost/api-contracts/common'
import type { CommentView } from '@milepost/api-contracts/discussion'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { Composer } from './Composer.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useDeleteComment, useEditComment } from './discussion-query.ts'
import { words } from './discussion-texts.ts'
import { Markdown } from './Markdown.tsx'
import { Reactions } from './Reactions.tsx'

interface CommentItemProps {
  comment: CommentView
  members: readonly PersonRef[]
}

export function CommentItem({ comment, members }: CommentItemProps) {
  const { author, body, created_at, edited_at, can } = comment
  const [doing, setDoing] = useState<'editing' | 'deleting' | null>(null)
  const edit = useEditComment(comment)
  const deletion = useDeleteComment(comment)
  const items = [
    ...(can.edit ? [{ label: words.edit, onSelect: () => setDoing('editing') }] : []),
    ...(can.delete ? [{ label: words.delete, onSelect: () => setDoing('deleting') }] : []),
  ]

  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5">
      <Avatar name={author.display_name} decorative />
      <article aria-label={`${author.display_name}, ${formatMoment(created_at)}`}>
        <header className="flex min-h-6 items-center gap-1.5 text-xs">
          <span className="font-medium">{author.display_name}</span>
          <time dateTime={created_at} className="text-ink-3">
            {formatMoment(created_at)}
          </time>
          {edited_at !== null && (
            <span className="text-ink-3" title={formatMoment(edited_at)}>
              {words.edited}
            </span>
          )}
          <span className="flex-1" />
          {items.length > 0 && (
            <Menu label={words.commentActions} groups={[{ items }]} placement="bottom-end">
              {(trigger) => (
                <IconButton
                  icon="more"
                  iconSize={14}
                  size="sm"
                  label={words.commentActions}
                  {...trigger}
                />
              )}
            </Menu>
          )}
        </header>
        {doing === 'editing' ? (
          <Composer
            label={words.edit}
            send={words.save}
            body={body}
            members={members}
            problem={edit.isError ? explain(edit.error) : null}
            isSending={edit.isPending}
            onSend={(changed) => edit.mutate(changed, { onSuccess: () => setDoing(null) })}
            onCancel={() => setDoing(null)}
          />
        ) : (
          <Markdown text={body} />
        )}
        <Reactions comment={comment} />
        {doing === 'deleting' && (
          <ConfirmDialog
            title={words.deleteComment}
            hint={words.deleteCommentHint}
            problem={deletion.isError ? explain(deletion.error) : null}
            onConfirm={() => deletion.mutate(undefined, { onSuccess: () => setDoing(null) })}
            onClose={() => setDoing(null)}
          />
        )}
      </article>
    </li>
  )
}
