import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { describe, expect, test } from 'vitest'
import {
  actorWith,
  addMilestone,
  addPerson,
  addProject,
  addTask,
  addTeam,
  openService,
  teamId,
} from '#test/harness.ts'

const file = join(import.meta.dirname, '../../../docs/access-matrix-more.tsv')
const [header = [], ...lines] = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
const rows = lines
  .map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
  .filter(({ id = '', path = '' }) => id.startsWith('XT') && !path.startsWith('/calendars'))

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
await addTeam(db, teamId)
const otherTeam = { team_ids: [await addTeam(db)] }

const personas: Record<string, Actor | null> = {
  ADM: actorWith('admin', { id: await addPerson(db, { team: null }), team_ids: [] }),
  PMa: actorWith('project_manager', { id: await addPerson(db) }),
  PMx: actorWith('project_manager', otherTeam),
  CTo: actorWith('contributor'),
  CTt: actorWith('contributor'),
  CTx: actorWith('contributor', otherTeam),
  EXE: actorWith('executive', { team_ids: [] }),
  AN: null,
}

/** A project of team A with two linked tasks and a milestone, and a task in another of its projects. */
async function addPlace() {
  const { id: project_id } = await addProject(db)
  const first = await addTask(db, { project_id, due_date: '2026-12-01' })
  const task = await addTask(db, { project_id })
  const [link] = await db
    .insert(taskDependencies)
    .values({ project_id, predecessor_id: first.id, successor_id: task.id })
    .returning()
  const milestone = await addMilestone(db, { project_id })
  const elsewhere = await addTask(db)
  const change = { task_id: task.id, start_date: '2026-12-02', due_date: '2026-12-03', version: 1 }
  const bodies: Record<string, object> = {
    XT02: { predecessor_id: elsewhere.id },
    XT03: { type: 'SS' },
    XT05: { changes: [change] },
    XT06: { changes: [change] },
    XT08: { name: 'Agreed', reason: 'Agreed with the board.' },
  }
  const ids: Record<string, string> = {
    '{A1}': project_id,
    '{A1.t}': task.id,
    '{A1.d}': link?.id ?? '',
    '{A1.m}': milestone.id,
  }
  return { bodies, ids }
}

test('the rows are those of the plan', () => {
  expect(rows.length).toBeGreaterThanOrEqual(10)
})

describe.each(rows)('$id $method $path', ({ id = '', method, path = '', ...cells }) => {
  test.each(Object.keys(personas))('%s', async (persona) => {
    const { bodies, ids } = await addPlace()
    const url = path.replace(/\{[^}]+\}/, (name) => ids[name] ?? name)
    const body = bodies[id]
    const response = await send(personas[persona] ?? null, {
      ...{ method: method as 'GET', url },
      ...(body && { body }),
    })
    expect(response.statusCode, response.body).toBe(Number.parseInt(cells[persona] ?? '', 10))
  })
})
