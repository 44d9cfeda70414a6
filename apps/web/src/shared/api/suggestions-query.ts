import type { AssigneeSuggestions, SetTaskSkills, TaskSkill } from '@milepost/api-contracts/list'
import type { skillListSchema } from '@milepost/api-contracts/people'
import type { TaskView } from '@milepost/api-contracts/tasks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

const suggestionsKey = (taskId: string) => ['tasks', taskId, 'suggestions']

/** Who of the team suits a task, the best first, with the reasons. */
export const useSuggestions = (taskId: string) =>
  useQuery({
    queryKey: suggestionsKey(taskId),
    queryFn: ({ signal }) =>
      request<AssigneeSuggestions>({
        method: 'GET',
        path: `/tasks/${taskId}/assignee-suggestions`,
        signal,
      }),
  })

/** All skills there are, by name. */
export const useSkillNames = () =>
  useQuery({
    queryKey: ['skills'],
    queryFn: ({ signal }) =>
      request<z.infer<typeof skillListSchema>>({ method: 'GET', path: '/auth/skills', signal }),
    staleTime: 5 * 60_000,
  })

/** Says what a task takes. The task is read first: a change names the version it saw. */
export function useSetTaskSkills(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    scope: { id: `skills ${taskId}` },
    mutationFn: async (skills: SetTaskSkills['skills']) => {
      const path = `/tasks/${taskId}`
      const { version } = await request<TaskView>({ method: 'GET', path })
      const body: SetTaskSkills = { version, skills }
      return request<{ items: TaskSkill[] }>({ method: 'PUT', path: `${path}/skills`, body })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks', taskId] }),
  })
}
