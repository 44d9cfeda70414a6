import {
  type CreateTeam,
  type CreateUser,
  skillListSchema,
  teamSchema,
  userPageSchema,
  userSchema,
} from '@milepost/api-contracts/people'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { teamsKey } from '#shared/api/teams-query.ts'

const usersKey = ['users']

export const useUsers = () =>
  useQuery({
    queryKey: usersKey,
    queryFn: ({ signal }) =>
      request({ method: 'GET', path: '/auth/users?limit=200', answer: userPageSchema, signal }),
  })

export const useSkills = () =>
  useQuery({
    queryKey: ['skills'],
    queryFn: ({ signal }) =>
      request({ method: 'GET', path: '/auth/skills', answer: skillListSchema, signal }),
  })

export function useCreateUser(onDone: () => void) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(randomKey)
  return useMutation({
    mutationFn: (body: CreateUser) =>
      request({ method: 'POST', path: '/auth/users', body, idempotencyKey, answer: userSchema }),
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
      request({ method: 'POST', path: '/auth/teams', body, idempotencyKey, answer: teamSchema }),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: teamsKey })
    },
  })
}
