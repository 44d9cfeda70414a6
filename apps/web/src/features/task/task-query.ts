import type { TaskView, UpdateTask } from '@milepost/api-contracts/tasks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { currentOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { conflictArose, differing } from './conflict-store.ts'
import { fetchTask, sendTaskChange } from './task-api.ts'

const taskKey = (taskId: string) => ['tasks', taskId]

/** A task, read again whenever somebody changes it. */
export function useTask(projectId: string, taskId: string) {
  const client = useQueryClient()
  useLiveChannel(`project:${projectId}`, {
    onEvent: (event) => {
      if (event.task_id === taskId) void client.invalidateQueries({ queryKey: taskKey(taskId) })
    },
    onResync: () => void client.invalidateQueries({ queryKey: taskKey(taskId) }),
  })
  return useQuery({ queryKey: taskKey(taskId), queryFn: ({ signal }) => fetchTask(taskId, signal) })
}

export type TaskChange = Omit<UpdateTask, 'version'>

export function useChangeTask(taskId: string) {
  const client = useQueryClient()
  const queryKey = taskKey(taskId)
  const show = (task: TaskView) => client.setQueryData<TaskView>(queryKey, task)
  return useMutation({
    // One after the other: the second change needs the version the first one brought.
    scope: { id: taskId },
    mutationFn: (change: TaskChange) => {
      const version = client.getQueryData<TaskView>(queryKey)?.version ?? 1
      return sendTaskChange(taskId, { ...change, version })
    },
    onSuccess: show,
    onError: (error, mine) => {
      const current = currentOf<TaskView>(error, 'task-changed')
      if (!current) return
      const before = client.getQueryData<TaskView>(queryKey)
      conflictArose({ taskId, mine, theirs: before ? differing(before, current) : [] })
      show(current)
    },
  })
}
