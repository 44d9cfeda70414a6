import type { favouritesSchema } from '@milepost/api-contracts/project-settings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from './request.ts'

type Favourites = z.infer<typeof favouritesSchema>
const favouritesKey = ['favourite-projects']

/** The ids of the projects that the reader wants at hand. */
export const useFavourites = () =>
  useQuery({
    queryKey: favouritesKey,
    queryFn: async ({ signal }) =>
      (await request<Favourites>({ method: 'GET', path: '/projects/favourites', signal }))
        .project_ids,
  })

/** Shows the wish at once, and takes it back when the server refuses it. */
export function useSetFavourite(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: boolean) =>
      request<void>({
        method: wanted ? 'PUT' : 'DELETE',
        path: `/projects/${projectId}/favourite`,
      }),
    onMutate: (wanted) =>
      client.setQueryData<string[]>(favouritesKey, (known = []) =>
        wanted ? [...known, projectId] : known.filter((id) => id !== projectId),
      ),
    onError: () => client.invalidateQueries({ queryKey: favouritesKey }),
  })
}
