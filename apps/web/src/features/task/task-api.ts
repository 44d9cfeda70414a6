import {
  commentPageSchema,
  commentSchema,
  taskSchema,
  type UpdateTask,
} from '@milepost/api-contracts/tasks'
import { z } from 'zod'
import { request } from '#shared/api/request.ts'

export const fetchTask = (taskId: string, signal?: AbortSignal) =>
  request({ method: 'GET', path: `/tasks/${taskId}`, answer: taskSchema, signal })

export const sendTaskChange = (taskId: string, change: UpdateTask) =>
  request({ method: 'PATCH', path: `/tasks/${taskId}`, answer: taskSchema, body: change })

export const sendTaskDeletion = (taskId: string) =>
  request({ method: 'DELETE', path: `/tasks/${taskId}`, answer: z.undefined() })

/** The newest hundred, oldest first as a conversation is read. */
export const fetchComments = (taskId: string, signal?: AbortSignal) =>
  request({
    method: 'GET',
    path: `/tasks/${taskId}/comments?limit=100`,
    answer: commentPageSchema,
    signal,
  })

export const sendComment = (taskId: string, body: string, idempotencyKey: string) =>
  request({
    method: 'POST',
    path: `/tasks/${taskId}/comments`,
    answer: commentSchema,
    body: { body },
    idempotencyKey,
  })
