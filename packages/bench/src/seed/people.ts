import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'

const password = 'bench-only-not-a-secret'
const names = [
  ...['Amara Diallo', 'Jonas Weber', 'Priya Nair', 'Luca Moretti', 'Sofia Lindqvist'],
  ...['Daniel Okafor', 'Mei Tanaka', 'Tomas Novak', 'Ines Ferreira', 'Karim Haddad'],
]

export interface Login {
  email: string
  password: string
}

export interface People {
  teamId: string
  managerId: string
  /** Whom tasks are assigned to. */
  contributorIds: string[]
  manager: Login
  executive: Login
}

/** One team with its manager and ten others, and an executive. */
export async function seedPeople(owner: pg.Pool): Promise<People> {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const teamId = uuidv7()
  await owner.query('insert into auth.teams (id, name) values ($1, $2)', [
    teamId,
    'Infrastructure operations',
  ])

  async function add(name: string, role: string, isMember: boolean) {
    const id = uuidv7()
    const email = `${name.toLowerCase().replace(' ', '.')}@milepost.example`
    await owner.query(
      'insert into auth.users (id, email, display_name, password_hash) values ($1, $2, $3, $4)',
      [id, email, name, passwordHash],
    )
    await owner.query(
      'insert into auth.user_roles (id, user_id, role_id) select $1, $2, id from auth.roles where name = $3',
      [uuidv7(), id, role],
    )
    if (isMember)
      await owner.query(
        'insert into auth.team_memberships (id, team_id, user_id) values ($1, $2, $3)',
        [uuidv7(), teamId, id],
      )
    return { id, login: { email, password } }
  }

  const manager = await add('Ruth Castellan', 'project_manager', true)
  const executive = await add('Henrik Voss', 'executive', false)
  const contributorIds: string[] = []
  for (const name of names) contributorIds.push((await add(name, 'contributor', true)).id)
  return {
    teamId,
    managerId: manager.id,
    contributorIds,
    manager: manager.login,
    executive: executive.login,
  }
}
