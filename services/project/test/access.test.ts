import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentSchema } from '@milepost/api-contracts/discussion'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { addCommentRow } from '#comments/queries.ts'
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

const matrix = join(import.meta.dirname, '../../../docs/access-matrix.tsv')
const [header = [], ...lines] = readFileSync(matrix, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))

const db = await openTestDatabase({ role: 'project_service' })
const { app, send } = await openService(db)
await addTeam(db, teamId)

const otherTeam = { team_ids: [await addTeam(db)] }
const assignee = actorWith('contributor', { id: await addPerson(db) })
const personas: Record<string, Actor | null> = {
  ADM: actorWith('admin', { id: await addPerson(db, { team: null }), team_ids: [] }),
  PMa: actorWith('project_manager', { id: await addPerson(db) }),
  PMx: actorWith('project_manager', otherTeam),
  CTo: assignee,
  CTt: actorWith('contributor', { id: await addPerson(db) }),
  CTx: actorWith('contributor', otherTeam),
  EXE: actorWith('executive', { team_ids: [] }),
  AN: null,
}

const move = { status: 'in_progress', after_id: null, before_id: null, version: 1 }
let keys = 0

interface Place {
  project: string
  task: string
  milestone: string
  foreignTask: string
  /** In the same project. */
  otherTask: string
  /** Said by CTo. */
  comment: string
  /** Put there by CTo. */
  attachment: string
}

/** The bodies of the rows of this service, by their ids. */
const bodies: Record<string, (place: Place) => object> = {
  P02: () => ({ key: `M${keys++}`, name: 'Tape library', team_id: teamId }),
  P04: () => ({ version: 1, name: 'Tape library' }),
  P07: () => ({ title: 'Order the racks' }),
  P09: () => ({ version: 1, completion_percentage: 40, remaining_minutes: 30 }),
  P10: () => ({ version: 1, title: 'Order the racks', completion_percentage: 40 }),
  P13: () => move,
  P14: ({ foreignTask }) => ({ ...move, after_id: foreignTask }),
  P17: () => ({ name: 'Cut-over', due_date: '2026-12-01' }),
  P18: () => ({ version: 1, name: 'Go-live' }),
  P21: () => ({ body: 'The vendor has answered.' }),
  P22: () => ({ version: 1, body: 'It has not arrived.' }),
  P24: ({ otherTask }) => ({ predecessor_id: otherTask }),
}

const shape = (method: string, path: string) =>
  `${method} ${path.replaceAll(/\{[^}]+\}|:\w+/g, '*').split(/[ ?]/)[0]}`

const declared = app.declaredRoutes
  .filter(({ access, url }) => access !== 'public' && access !== 'service' && url !== '*')
  .map(({ method, url }) => shape(method, url.replace('/api/v1', '')))

const rows = lines
  .map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
  .filter(({ method = '', path = '' }) => declared.includes(shape(method, path)))

const file = [
  '--x',
  'content-disposition: form-data; name="file"; filename="racks.txt"',
  '',
  'Rack 4, unit 12',
  '--x--',
  '',
].join('\r\n')
const upload = (actor: Actor | null, taskId: string) =>
  send(actor, {
    ...{ method: 'POST', url: `/tasks/${taskId}/attachments`, body: Buffer.from(file) },
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })

/** A project of team A with a task of the assignee, and a task that is somewhere else. */
async function addPlace(): Promise<Place> {
  const { id: project } = await addProject(db)
  const task = await addTask(db, { project_id: project, assignee_id: assignee.id })
  const otherTask = await addTask(db, { project_id: project })
  const milestone = await addMilestone(db, { project_id: project })
  const elsewhere = await addProject(db, { team_id: otherTeam.team_ids[0] ?? uuidv7() })
  const foreignTask = await addTask(db, { project_id: elsewhere.id })
  const comment = await db.transaction((tx) =>
    addCommentRow(tx, { task_id: task.id, author_id: assignee.id, body: 'It has arrived.' }),
  )
  const attachment = attachmentSchema.parse((await upload(assignee, task.id)).json()).id
  return {
    ...{ project, task: task.id, milestone: milestone.id, comment, attachment },
    ...{ foreignTask: foreignTask.id, otherTask: otherTask.id },
  }
}

describe.each(rows)('$id $method $path', ({ id = '', method, path = '', ...cells }) => {
  test.each(Object.keys(personas))('%s', async (persona) => {
    const place = await addPlace()
    const url = path
      .replace('{A1.t}', place.task)
      .replace('{A1.m}', place.milestone)
      .replace('{A1}', place.project)
      .replace(/\/attachments\/\{[^}]+\}/, `/attachments/${place.attachment}`)
      .replace('/comments/{by CTo}', `/comments/${place.comment}`)
      .replace(/ .*/, '')
    const body = bodies[id]?.(place)
    const actor = personas[persona] ?? null
    const call = {
      ...{ method: method as 'GET', url },
      ...(body && { body }),
      ...(method === 'DELETE' && { headers: { 'if-match': '"1"' } }),
    }
    const response = await (id === 'P26' ? upload(actor, place.task) : send(actor, call))
    expect(response.statusCode).toBe(Number.parseInt(cells[persona] ?? '', 10))
  })
})

test('every address of the service is in the matrix', () => {
  const more = join(import.meta.dirname, '../../../docs/access-matrix-more.tsv')
  const named = readFileSync(more, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([, method = '', path = '']) => shape(method, path))
  const known = new Set([
    ...rows.map(({ method = '', path = '' }) => shape(method, path)),
    ...named,
  ])
  // The matrix has one row for both methods of a milestone.
  const unknown = declared.filter((one) => !known.has(one) && one !== 'DELETE /milestones/*')
  expect(declared.length).toBeGreaterThan(15)
  expect(unknown).toEqual([])
})

test('a route that declares no access stops the service from starting', () => {
  expect(() => app.get('/forgotten', () => 'hello')).toThrow()
})
