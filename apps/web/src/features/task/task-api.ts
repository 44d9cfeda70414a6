import type { CommentPage, CommentView } from '@milepost/api-contracts/discussion'
import type { TaskView, UpdateTask } from '@milepost/api-contracts/tasks'
import { request } from '#shared/api/request.ts'

export const fetchTask = (taskId: string, signal?: AbortSignal) =>
  request<TaskView>({ method: 'GET', path: `/tasks/${taskId}`, signal })

export const sendTaskChange = (taskId: string, change: UpdateTask) =>
  request<TaskView>({ method: 'PATCH', path: `/tasks/${taskId}`, body: change })

export const sendTaskDeletion = (taskId: string, version: number) =>
  request<undefined>({ method: 'DELETE', path: `/tasks/${taskId}`, version })

/** The newest hundred, oldest first as a conversation is read. */
export const fetchComments = (taskId: string, signal?: AbortSignal) =>
  request<CommentPage>({
    method: 'GET',
    path: `/tasks/${taskId}/comments?limit=100`,
    signal,
  })

export const sendComment = (taskId: string, body: string, idempotencyKey: string) =>
  request<CommentView>({
    method: 'POST',
    path: `/tasks/${taskId}/comments`,
    body: { body },
    idempotencyKey,
  })
