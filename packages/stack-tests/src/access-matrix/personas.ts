import type { Role } from '@milepost/api-contracts/roles'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { signAccessToken } from '#access-token.ts'
import { type PersonaName, personaNames } from './matrix.ts'

export interface Persona {
  name: PersonaName
  id: string
  token: string | null
}

export interface Teams {
  A: string
  B: string
}

/** Role, and the team somebody is in. */
const roles: Record<Exclude<PersonaName, 'AN'>, [Role, (keyof Teams)?]> = {
  ADM: ['admin'],
  PMa: ['project_manager', 'A'],
  PMx: ['project_manager', 'B'],
  CTo: ['contributor', 'A'],
  CTt: ['contributor', 'A'],
  CTx: ['contributor', 'B'],
  EXE: ['executive'],
}

/** Two teams and the eight personas, in the database as any users are. */
export async function seedPersonas(pool: pg.Pool) {
  const teams: Teams = { A: uuidv7(), B: uuidv7() }
  const mark = uuidv7().slice(-8)
  for (const [name, id] of Object.entries(teams))
    await pool.query('insert into auth.teams (id, name) values ($1, $2)', [id, `${name} ${mark}`])

  const personas = new Map<PersonaName, Persona>()
  for (const name of personaNames) {
    if (name === 'AN') {
      personas.set(name, { name, id: uuidv7(), token: null })
      continue
    }
    const [role, team] = roles[name]
    const id = uuidv7()
    const email = `${name.toLowerCase()}-${mark}@milepost.example`
    await pool.query('insert into auth.users (id, email, display_name) values ($1, $2, $3)', [
      id,
      email,
      `${name} of the matrix`,
    ])
    await pool.query(
      'insert into auth.user_roles (id, user_id, role_id) select $1, $2, id from auth.roles where name = $3',
      [uuidv7(), id, role],
    )
    if (team)
      await pool.query(
        'insert into auth.team_memberships (id, team_id, user_id) values ($1, $2, $3)',
        [uuidv7(), teams[team], id],
      )
    const token = signAccessToken({ id, email, roles: [role], team_ids: team ? [teams[team]] : [] })
    personas.set(name, { name, id, token })
  }
  const persona = (name: PersonaName): Persona => {
    const found = personas.get(name)
    if (!found) throw new Error(`no persona ${name}`)
    return found
  }
  return { teams, persona }
}
