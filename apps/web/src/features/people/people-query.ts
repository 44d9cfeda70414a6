import type {
  CreateTeam,
  CreateUser,
  skillListSchema,
  TeamView,
  UserView,
  userPageSchema,
} from '@milepost/api-contracts/people'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { teamsKey } from '#shared/api/teams-query.ts'

const usersKey = ['users']

export const useUsers = () =>
  useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) =>
      request<z.infer<typeof userPageSchema>>({
        method: 'GET',
        path: '/auth/users?limit=200',
        signal,
      }),
  })

export const useSkills = () =>
  useQuery({
    queryKey: ['skills'],
    queryFn: ({ signal }) =>
      request<z.infer<typeof skillListSchema>>({ method: 'GET', path: '/auth/skills', signal }),
  })

export function useCreateUser(onDone: () => void) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(randomKey)
  return useMutation({
    mutationFn: (body: CreateUser) =>
      request<UserView>({ method: 'POST', path: '/auth/users', body, idempotencyKey }),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: usersKey })
      await client.invalidateQueries({ queryKey: teamsKey })
    },
  })
}

export function useCreateTeam(onDone: () => void) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(randomKey)
  return useMutation({
    mutationFn: (body: CreateTeam) =>
      request<TeamView>({ method: 'POST', path: '/auth/teams', body, idempotencyKey }),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: teamsKey })
    },
  })
}
