import type { TaskView } from '@milepost/api-contracts/tasks'
import { explain } from '#shared/api/api-problem.ts'
import { useMembers } from '#shared/api/members-query.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { CommentItem } from './CommentItem.tsx'
import { Composer } from './Composer.tsx'
import { useAddComment, useComments } from './discussion-query.ts'
import { words } from './discussion-texts.ts'
import { texts } from './texts.ts'

/** The conversation about a task, oldest first. */
export function TaskComments({ task }: { task: TaskView }) {
  const comments = useComments(task.id)
  const members = useMembers(task.project_id).data?.items ?? []
  const adding = useAddComment(task.id)
  const items = comments.data?.pages.flatMap((page) => page.items)
  return (
    <>
      {comments.isError && <FieldError text={explain(comments.error)} />}
      {items?.length === 0 && <p className="mt-2 text-ink-3">{texts.noComments}</p>}
      <ul className="mt-2 grid gap-3">
        {items?.map((comment) => (
          <CommentItem key={comment.id} comment={comment} members={members} />
        ))}
      </ul>
      {comments.hasNextPage && (
        <Button className="mt-3" size="sm" onClick={() => void comments.fetchNextPage()}>
          {words.commentsLater}
        </Button>
      )}
      {task.can.comment && (
        <Composer
          label={texts.comment}
          send={texts.send}
          members={members}
          problem={adding.isError ? explain(adding.error) : null}
          isSending={adding.isPending}
          onSend={(body, done) => adding.mutate(body, { onSuccess: done })}
        />
      )}
    </>
  )
}
