import type {
  AssetBurnUp,
  categoryListSchema,
  healthHistorySchema,
  ImportAssets,
  ImportedAssets,
  ProjectSettings,
} from '@milepost/api-contracts/project-settings'
import type { ProjectView, UpdateProject } from '@milepost/api-contracts/projects'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { projectsKey } from '#shared/api/projects-query.ts'
import { request } from '#shared/api/request.ts'

const under = (projectId: string, what: string) => [...projectsKey, projectId, what]

export const useSettings = (projectId: string) =>
  useQuery({
    queryKey: under(projectId, 'settings'),
    queryFn: ({ signal }) =>
      request<ProjectSettings>({ method: 'GET', path: `/projects/${projectId}/settings`, signal }),
  })

export const useCategories = () =>
  useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) =>
      request<z.infer<typeof categoryListSchema>>({ method: 'GET', path: '/categories', signal }),
  })

export const useHealthHistory = (projectId: string) =>
  useInfiniteQuery({
    queryKey: under(projectId, 'health-history'),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<z.infer<typeof healthHistorySchema>>({
        method: 'GET',
        path: `/projects/${projectId}/health-history?limit=10${
          pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`
        }`,
        signal,
      }),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

export const useBurnUp = (projectId: string) =>
  useQuery({
    queryKey: under(projectId, 'burn-up'),
    queryFn: ({ signal }) =>
      request<AssetBurnUp>({
        method: 'GET',
        path: `/projects/${projectId}/assets/burn-up`,
        signal,
      }),
  })

/** Everything about the project is read again after a change, and after a refusal that says it changed. */
export function useUpdateProject(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: UpdateProject) =>
      request<ProjectView>({ method: 'PATCH', path: `/projects/${projectId}`, body }),
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  })
}

export function useDeleteProject(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      request<void>({ method: 'DELETE', path: `/projects/${projectId}`, version }),
    onSuccess: () => client.invalidateQueries({ queryKey: projectsKey, exact: true }),
  })
}

export function useImportAssets(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ImportAssets) =>
      request<ImportedAssets>({
        method: 'POST',
        path: `/projects/${projectId}/assets/import`,
        body,
      }),
    onSuccess: (_, { dry_run }) =>
      dry_run ? undefined : client.invalidateQueries({ queryKey: [...projectsKey, projectId] }),
  })
}
