import { v7 as uuidv7 } from 'uuid'
import { type Build, get, on, still } from './target.ts'
import type { World } from './world.ts'

async function addUser(world: World): Promise<string> {
  const { id } = await world.make('auth', {
    method: 'POST',
    path: '/auth/users',
    body: {
      email: `${uuidv7()}@milepost.example`,
      display_name: 'Somebody new',
      password: 'a long enough passphrase',
      roles: ['contributor'],
    },
  })
  return id
}

export const authCalls: Record<string, Build> = {
  A01: async () => ({
    call: {
      method: 'POST',
      path: '/auth/login',
      // Of nobody, and of somebody else each time: an account is closed to guesses after five.
      body: { email: `${uuidv7()}@milepost.example`, password: 'x' },
    },
  }),
  A02: still({ method: 'POST', path: '/auth/refresh', body: {} }),
  A03: still({ method: 'POST', path: '/auth/logout' }),
  A04: get('/auth/me'),
  A05: async (world, persona) => ({
    call: {
      method: 'PATCH',
      path: '/auth/me',
      body: { timezone: 'Europe/Paris', version: await world.ownVersion(persona) },
    },
  }),
  A06: get('/auth/.well-known/jwks.json'),
  A09: get('/auth/users'),
  A10: async () => ({
    call: {
      method: 'POST',
      path: '/auth/users',
      body: {
        email: `${uuidv7()}@milepost.example`,
        display_name: 'Somebody new',
        password: 'a long enough passphrase',
        roles: ['contributor'],
      },
    },
  }),
  A11: async (world) => on((id) => ({ method: 'GET', path: `/auth/users/${id}` }), world.owner.id),
  A14: get('/auth/teams'),
  A15: async () => ({
    call: { method: 'POST', path: '/auth/teams', body: { name: `Team ${uuidv7()}` } },
  }),
  A16: async (world) => on((id) => ({ method: 'GET', path: `/auth/teams/${id}` }), world.teams.A),
  A17: async (world) => {
    const user_id = await addUser(world)
    return on(
      (id) => ({ method: 'POST', path: `/auth/teams/${id}/members`, body: { user_id } }),
      world.teams.A,
    )
  },
  A18: get('/auth/skills'),
}
