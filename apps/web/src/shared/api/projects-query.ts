import type { ProjectView, projectPageSchema } from '@milepost/api-contracts/projects'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

export const projectsKey = ['projects']
const projectKey = (projectId: string) => ['projects', projectId]

/** The reader's projects by name, at most the first two hundred. */
export const projectsOf = () =>
  queryOptions({
    queryKey: projectsKey,
    queryFn: ({ signal }) =>
      request<z.infer<typeof projectPageSchema>>({
        method: 'GET',
        path: '/projects?limit=200',
        signal,
      }),
  })
export const useProjects = (enabled = true) => useQuery({ ...projectsOf(), enabled })

export const projectOf = (projectId: string) =>
  queryOptions({
    queryKey: projectKey(projectId),
    queryFn: ({ signal }) =>
      request<ProjectView>({ method: 'GET', path: `/projects/${projectId}`, signal }),
  })
export const useProject = (projectId: string) => useQuery(projectOf(projectId))

/** Computed where the rules have looked, else as its manager declared it. */
export const healthOf = ({ computed_health, declared_health }: ProjectView) =>
  computed_health === 'unknown' ? declared_health : computed_health

export const isRunning = ({ status }: ProjectView) =>
  status !== 'completed' && status !== 'cancelled'
