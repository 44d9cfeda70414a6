import type { AttachmentView } from '@milepost/api-contracts/discussion'
import type { Actor } from '@milepost/service-kit/authentication'
import { canDeleteAttachment } from './policy.ts'
import type { AttachmentRow } from './queries.ts'

export const presentAttachment = (actor: Actor, attachment: AttachmentRow): AttachmentView => ({
  id: attachment.id,
  task_id: attachment.task_id,
  file_name: attachment.file_name,
  content_type: attachment.content_type,
  size_bytes: attachment.size_bytes,
  sha256: attachment.sha256,
  has_thumbnail: attachment.thumbnail_key !== null,
  uploaded_by: { id: attachment.uploaded_by, display_name: attachment.uploader_name },
  created_at: attachment.created_at,
  can: { delete: canDeleteAttachment(actor, attachment) },
})
