import type { TaskView, UpdateTask } from '@milepost/api-contracts/tasks'
import { request } from '#shared/api/request.ts'

export const fetchTask = (taskId: string, signal?: AbortSignal) =>
  request<TaskView>({ method: 'GET', path: `/tasks/${taskId}`, signal })

export const sendTaskChange = (taskId: string, change: UpdateTask) =>
  request<TaskView>({ method: 'PATCH', path: `/tasks/${taskId}`, body: change })

export const sendTaskDeletion = (taskId: string, version: number) =>
  request<undefined>({ method: 'DELETE', path: `/tasks/${taskId}`, version })
