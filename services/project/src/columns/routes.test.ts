import { type ColumnList, columnListSchema } from '@milepost/api-contracts/columns'
import type { Kanban } from '@milepost/api-contracts/tasks'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { actorWith, addProject, addTask, announced, getTask, openService } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const manager = actorWith('project_manager')

let projectId = ''
beforeEach(async () => {
  projectId = (await addProject(db)).id
})

const board = async (): Promise<Kanban> =>
  (await send(manager, { method: 'GET', url: `/projects/${projectId}/kanban` })).json()
const add = async (body: object): Promise<ColumnList> =>
  columnListSchema.parse(
    (await send(manager, { method: 'POST', url: `/projects/${projectId}/columns`, body })).json(),
  )
const change = (id: string, body: object) =>
  send(manager, { method: 'PATCH', url: `/columns/${id}`, body })
const remove = (id: string) => send(manager, { method: 'DELETE', url: `/columns/${id}` })
const order = (column_ids: string[]) =>
  send(manager, {
    method: 'PUT',
    url: `/projects/${projectId}/columns/order`,
    body: { column_ids },
  })

const columnNamed = ({ items }: ColumnList, name: string) =>
  items.find((column) => column.name === name) ?? { id: '' }
/** Each column's cards by title, without the empty columns. */
const cards = async () =>
  Object.fromEntries(
    (await board()).columns
      .filter(({ tasks }) => tasks.length > 0)
      .map(({ name, tasks }) => [name, tasks.map(({ title }) => title)]),
  )

const place = { after_id: null, before_id: null }
async function move(id: string, body: object) {
  const { version } = await getTask(db, id)
  return send(manager, {
    method: 'PATCH',
    url: `/tasks/${id}/move`,
    body: { ...place, version, ...body },
  })
}
const addCard = async (title: string, status: 'todo' | 'in_progress' = 'in_progress') =>
  (await addTask(db, { project_id: projectId, title, status })).id

test('a second column of a status stands beside the first, and cards move between them', async () => {
  const columns = await add({ name: 'In test', status: 'in_progress', wip_limit: 3 })
  expect(columns.items.map(({ name }) => name).slice(2, 4)).toEqual(['in_progress', 'In test'])
  const [a, b] = [await addCard('A'), await addCard('B')]
  const { id: column_id } = columnNamed(columns, 'In test')

  const moved = await move(a, { status: 'in_progress', column_id })
  expect(moved.json().task).toMatchObject({ column_id, status: 'in_progress' })
  expect((await announced(db)).at(-1)).toMatchObject({ event_type: 'task.moved', column_id })
  expect(await cards()).toEqual({ in_progress: ['B'], 'In test': ['A'] })

  await move(b, { status: 'in_progress', column_id, after_id: a })
  expect(await cards()).toEqual({ 'In test': ['A', 'B'] })
  const first = columnNamed(columns, 'in_progress').id
  await move(a, { status: 'in_progress', column_id: first })
  expect(await cards()).toEqual({ in_progress: ['A'], 'In test': ['B'] })
})

test('a card that changes status and names no column enters the first one', async () => {
  const columns = await add({ name: 'In test', status: 'in_progress' })
  const a = await addCard('A')
  await move(a, { status: 'in_progress', column_id: columnNamed(columns, 'In test').id })
  await move(a, { status: 'in_review' })
  await move(a, { status: 'in_progress' })
  expect(await cards()).toEqual({ in_progress: ['A'] })
})

test('a card that only changes its place stays in its column', async () => {
  const columns = await add({ name: 'In test', status: 'in_progress' })
  const a = await addCard('A')
  await move(a, { status: 'in_progress', column_id: columnNamed(columns, 'In test').id })
  await move(a, { status: 'in_progress' })
  expect(await cards()).toEqual({ 'In test': ['A'] })
})

test('a column of another status, of another project or of nobody: 422', async () => {
  const a = await addCard('A')
  const here = await add({ name: 'In test', status: 'in_progress' })
  const own = columnNamed(here, 'done').id
  projectId = (await addProject(db)).id
  const foreign = columnNamed(await add({ name: 'Else', status: 'in_progress' }), 'Else').id
  for (const column_id of [own, foreign, uuidv7()]) {
    const answer = await move(a, { status: 'in_progress', column_id })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '#/column_id' }])
  }
})

describe('a limit', () => {
  test('only warns until the team wants it to block; then one more is refused', async () => {
    const columns = await add({ name: 'In test', status: 'in_progress', wip_limit: 1 })
    const { id: column_id } = columnNamed(columns, 'In test')
    const [a, b, c] = [await addCard('A'), await addCard('B'), await addCard('C')]
    const into = { status: 'in_progress', column_id }
    for (const id of [a, b]) expect((await move(id, into)).statusCode).toBe(200)

    await change(column_id, { wip_blocks: true })
    const refused = await move(c, into)
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      type: '/problems/column-full',
      detail: '"In test" takes at most 1 cards.',
    })
    // A card that is there already may still be put in order.
    expect((await move(a, { ...into, after_id: b })).statusCode).toBe(200)
  })

  test('holds for the first column too, whose cards name no column', async () => {
    const first = columnNamed(await add({ name: 'x', status: 'done' }), 'in_progress').id
    await change(first, { wip_limit: 1, wip_blocks: true })
    await addCard('A')
    const b = await addCard('B', 'todo')
    expect((await move(b, { status: 'in_progress' })).statusCode).toBe(409)
  })

  test('holds when many come at once', async () => {
    const first = columnNamed(await add({ name: 'x', status: 'done' }), 'in_progress').id
    await change(first, { wip_limit: 3, wip_blocks: true })
    const ids = await Promise.all(Array.from({ length: 8 }, (_, at) => addCard(`T${at}`, 'todo')))
    const answers = await Promise.all(ids.map((id) => move(id, { status: 'in_progress' })))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
    expect((await cards()).in_progress).toHaveLength(3)
  })
})

describe('removing a column', () => {
  test('leaves its cards to the first of their status', async () => {
    const columns = await add({ name: 'In test', status: 'in_progress' })
    const { id: column_id } = columnNamed(columns, 'In test')
    await move(await addCard('A'), { status: 'in_progress', column_id })
    expect((await remove(column_id)).statusCode).toBe(200)
    expect(await cards()).toEqual({ in_progress: ['A'] })
  })

  test('that was the first leaves them to the next', async () => {
    const columns = await add({ name: 'In test', status: 'in_progress' })
    const { id: column_id } = columnNamed(columns, 'In test')
    await addCard('A')
    await move(await addCard('B'), { status: 'in_progress', column_id })
    expect((await remove(columnNamed(columns, 'in_progress').id)).statusCode).toBe(200)
    expect(await cards()).toEqual({ 'In test': ['A', 'B'] })
  })

  test('the last of a status is refused', async () => {
    const { columns } = await board()
    expect((await remove(columns[0]?.id ?? '')).json()).toMatchObject({
      type: '/problems/last-column',
    })
  })
})

describe('order', () => {
  test('cards stay in their columns when another one becomes the first of the status', async () => {
    const columns = await add({ name: 'In test', status: 'in_progress' })
    const { id: column_id } = columnNamed(columns, 'In test')
    await addCard('A')
    await move(await addCard('B'), { status: 'in_progress', column_id })
    const ids = columns.items.map(({ id }) => id)
    const answer = await order([column_id, ...ids.filter((id) => id !== column_id)])
    expect(answer.statusCode).toBe(200)
    expect(await cards()).toEqual({ 'In test': ['B'], in_progress: ['A'] })
  })

  test('that leaves one out is refused, and so is one with an unknown column', async () => {
    const ids = (await board()).columns.map(({ id }) => id)
    expect((await order(ids.slice(1))).statusCode).toBe(400)
    expect((await order([...ids.slice(1), uuidv7()])).statusCode).toBe(422)
  })
})

test('every change raises the version of the board and is announced', async () => {
  const before = (await board()).board_version
  const { board_version } = await add({ name: 'In test', status: 'in_progress' })
  expect(board_version).toBe(before + 1)
  expect((await board()).board_version).toBe(board_version)
  expect((await announced(db)).at(-1)).toMatchObject({
    ...{ event_type: 'board.changed', project_id: projectId, board_version },
  })
})
