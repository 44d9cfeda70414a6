import type { Actor } from '@milepost/service-kit/authentication'
import { managesTeamOf } from '#projects/policy.ts'
import { canComment, canMoveTask, canSeeTask } from '#tasks/policy.ts'

interface Attachment {
  team_id: string
  uploaded_by: string
}

/** Who does the work or manages it. */
export const canAttach = canMoveTask

export const canDeleteAttachment = (actor: Actor, attachment: Attachment) =>
  managesTeamOf(actor, attachment) ||
  (actor.id === attachment.uploaded_by && canComment(actor, attachment))

export const attachmentPolicy = { see: canSeeTask, missing: 'There is no such file.' }
