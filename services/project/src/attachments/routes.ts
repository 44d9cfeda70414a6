import multipart from '@fastify/multipart'
import {
  attachmentListSchema,
  attachmentParamsSchema,
  attachmentSchema,
} from '@milepost/api-contracts/discussion'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ProjectDeps } from '#deps.ts'
import { findMovableTask, type MovableTask } from '#tasks/move-statements.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { isShownInline } from './content-type.ts'
import { deleteAttachment } from './delete-attachment.ts'
import { contentDisposition } from './file-name.ts'
import { attachmentPolicy, canAttach, canDeleteAttachment } from './policy.ts'
import { presentAttachment } from './present.ts'
import { type AttachmentRow, findAttachment, listAttachments } from './queries.ts'
import { readUpload } from './read-upload.ts'
import { noThumbnail } from './refusals.ts'
import { uploadAttachment } from './upload-attachment.ts'

type Deps = Pick<ProjectDeps, 'db' | 'storage' | 'attachmentLimits'>

export const attachmentRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, storage, attachmentLimits: limits } = deps
  await app.register(multipart)

  const ofTask = {
    ...{ params: taskParamsSchema, ...taskPolicy },
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }
  const ofAttachment = {
    ...{ params: attachmentParamsSchema, ...attachmentPolicy },
    find: ({ attachment_id }: { attachment_id: string }) => findAttachment(db, attachment_id),
  }
  const writers = { config: { access: ['admin', 'project_manager', 'contributor'] } } as const

  app.get(
    '/tasks/:task_id/attachments',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'List the files of a task',
        params: taskParamsSchema,
        response: { 200: attachmentListSchema },
      },
    },
    async (request) => {
      const { actor, params } = request
      const items = await listAttachments(db, params.task_id)
      return {
        items: items.map((attachment) => presentAttachment(actor, attachment)),
        bytes_max: limits.bytesMax,
        can: { attach: canAttach(actor, admitted<MovableTask>(request)) },
      }
    },
  )

  app.post(
    '/tasks/:task_id/attachments',
    {
      ...writers,
      preValidation: admitFirst({ ...ofTask, may: canAttach }),
      schema: {
        summary: 'Attach a file to a task',
        params: taskParamsSchema,
        consumes: ['multipart/form-data'],
        response: { 201: attachmentSchema },
      },
    },
    async (request, reply) => {
      const { actor, id } = request
      const task = admitted<MovableTask>(request)
      const added = await readUpload(request, (file) =>
        uploadAttachment(deps, { actor, task, file, limits, correlationId: id }),
      )
      return reply.code(201).send(presentAttachment(actor, added))
    },
  )

  app.get(
    '/attachments/:attachment_id',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofAttachment),
      schema: { summary: 'Download a file', params: attachmentParamsSchema },
    },
    async (request, reply) => {
      const attachment = admitted<AttachmentRow>(request)
      const { content_type, file_name, sha256, size_bytes, storage_key } = attachment
      const kind = isShownInline(content_type) ? 'inline' : 'attachment'
      reply.header('content-disposition', contentDisposition(kind, file_name))
      if (answerUnchanged(request, reply, sha256)) return reply
      reply.type(content_type).header('content-length', size_bytes)
      return reply.send(await storage.get(storage_key))
    },
  )

  app.get(
    '/attachments/:attachment_id/thumbnail',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofAttachment),
      schema: { summary: 'Read the thumbnail of a picture', params: attachmentParamsSchema },
    },
    async (request, reply) => {
      const { sha256, thumbnail_key } = admitted<AttachmentRow>(request)
      if (thumbnail_key === null) throw noThumbnail()
      if (answerUnchanged(request, reply, `${sha256}-small`)) return reply
      return reply.type('image/webp').send(await storage.get(thumbnail_key))
    },
  )

  app.delete(
    '/attachments/:attachment_id',
    {
      ...writers,
      preValidation: admitFirst({ ...ofAttachment, may: canDeleteAttachment }),
      schema: { summary: 'Remove a file', params: attachmentParamsSchema },
    },
    async ({ actor, params, id }, reply) => {
      const { attachment_id: attachmentId } = params
      await deleteAttachment(deps, { actor, attachmentId, correlationId: id })
      return reply.code(204).send()
    },
  )
}

/** Somebody else's bytes: a browser guesses no type, runs nothing, and asks again whether it may see them. */
function answerUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `"${tag}"`
  reply.headers({
    ...{ etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' },
    'content-security-policy': "sandbox; default-src 'none'",
  })
  const isKnown = request.headers['if-none-match'] === etag
  if (isKnown) reply.code(304).send()
  return isKnown
}
