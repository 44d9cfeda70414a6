import type { Actor } from '@milepost/service-kit/authentication'
import { conflict } from '@milepost/service-kit/problem'
import { managesTeamOf } from '#projects/policy.ts'
import { canComment, canSeeTask } from '#tasks/policy.ts'

interface Comment {
  team_id: string
  author_id: string
}

const wrote = (actor: Actor, comment: Comment) => actor.id === comment.author_id

/** Nobody edits another's words, a manager and an administrator included. */
export const canEditComment = (actor: Actor, comment: Comment) =>
  wrote(actor, comment) && canComment(actor, comment)

export const canDeleteComment = (actor: Actor, comment: Comment) =>
  canEditComment(actor, comment) || managesTeamOf(actor, comment)

export const canReact = (actor: Actor, comment: Comment) => canComment(actor, comment)

export const commentPolicy = { see: canSeeTask, missing: 'There is no such comment.' }

/** 409 with the comment as it is now. */
export const commentChanged = (current: unknown) =>
  conflict(
    'comment-changed',
    'You changed this comment meanwhile, perhaps in another window.',
    current,
  )
