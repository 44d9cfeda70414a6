import type { ListProjectsQuery } from '@milepost/api-contracts/projects'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { unknownReference } from '@milepost/service-kit/problem'
import { z } from 'zod'
import { teamExists } from '#people/queries.ts'
import { readCursor } from '#read-cursor.ts'
import { canSeeProject, visibleTeams } from './policy.ts'
import { countProjects, listProjects, type ProjectRow } from './queries.ts'

interface ProjectList {
  projects: ProjectRow[]
  next_cursor: string | null
  total: number
}

const limitDefault = 50
const placeSchema = z.tuple([z.string(), z.uuid()])

/** One page of the projects that the actor sees; the total counts no others. */
export async function listVisibleProjects(
  db: Db,
  actor: Actor,
  { status, team_id, archived, cursor, limit = limitDefault }: ListProjectsQuery,
): Promise<ProjectList> {
  if (team_id !== undefined) {
    const known = canSeeProject(actor, { team_id }) && (await teamExists(db, team_id))
    if (!known) throw unknownReference('#/team_id')
  }
  const filter = {
    status,
    archived: archived === 'true',
    teamIds: team_id === undefined ? visibleTeams(actor) : [team_id],
  }
  const [name, id] = cursor === undefined ? [] : readCursor(placeSchema, cursor)
  const after = name === undefined || id === undefined ? undefined : { name, id }

  const [found, total] = await Promise.all([
    listProjects(db, { ...filter, after, limit: limit + 1 }),
    countProjects(db, filter),
  ])
  const projects = found.slice(0, limit)
  const last = found.length > limit ? projects.at(-1) : undefined
  return { projects, next_cursor: last ? encodeCursor([last.name, last.id]) : null, total }
}
