import type {
  CreateRecurringTask,
  RecurringTaskList,
  RecurringTaskView,
  UpdateRecurringTask,
} from '@milepost/api-contracts/recurring'
import { useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'

export const recurringKey = (projectId: string) => ['recurring-tasks', projectId]

export const useRecurringTasks = (projectId: string) =>
  useQuery({
    queryKey: recurringKey(projectId),
    queryFn: ({ signal }) =>
      request<RecurringTaskList>({
        ...{ method: 'GET', path: `/projects/${projectId}/recurring-tasks`, signal },
      }),
  })

export const createRecurringTask = (
  projectId: string,
  body: CreateRecurringTask,
  idempotencyKey: string,
) =>
  request<RecurringTaskView>({
    ...{ method: 'POST', path: `/projects/${projectId}/recurring-tasks`, body, idempotencyKey },
  })

export const updateRecurringTask = (id: string, body: UpdateRecurringTask) =>
  request<RecurringTaskView>({ method: 'PATCH', path: `/recurring-tasks/${id}`, body })

export const endRecurringTask = ({ id, version }: RecurringTaskView) =>
  request<undefined>({ method: 'DELETE', path: `/recurring-tasks/${id}`, version })
