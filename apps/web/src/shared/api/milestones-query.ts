import type { milestoneListSchema } from '@milepost/api-contracts/projects'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

export type MilestoneList = z.infer<typeof milestoneListSchema>

export const milestonesKey = (projectId: string) => ['milestones', projectId]

/** A project's milestones by due date; not asked for while `on` is false. */
export const useMilestones = (projectId: string, on = true) =>
  useQuery({
    queryKey: milestonesKey(projectId),
    queryFn: ({ signal }) =>
      request<MilestoneList>({ method: 'GET', path: `/projects/${projectId}/milestones`, signal }),
    enabled: on,
  })
