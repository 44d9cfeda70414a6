import type { Kanban } from '@milepost/api-contracts/tasks'
import { boardChanged } from '@milepost/shared-events/project-events'
import { taskDeleted, taskMoved, taskStatusChanged } from '@milepost/shared-events/task-events'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { boardOf, card, columnIdOf, idOf, projectId, withColumn } from '#test/cards.ts'
import { cardsIn } from './board.ts'
import { boardNewsArrived } from './live-board.ts'

const key = ['projects', projectId, 'kanban']
const someone = '01a20320-0000-7000-8000-000000000099'
const task = card('a', 'a0', { title: 'Rack the switches' })
const about = {
  correlation_id: 'req-12345678',
  actor_user_id: someone,
  project_id: projectId,
  task_id: task.id,
  version: 2,
  board_version: 2,
}
let client: QueryClient

beforeEach(() => {
  client = new QueryClient()
  client.setQueryData<Kanban>(key, boardOf(task))
})

const board = () => client.getQueryData<Kanban>(key) ?? boardOf()
const outdated = () => client.getQueryState(key)?.isInvalidated

function blocked(version = 2) {
  return taskStatusChanged.create({
    ...about,
    version,
    previous_status: 'todo',
    new_status: 'blocked',
    changed_by_user_id: someone,
    completion_percentage: 0,
    rank: 'a5',
    blocked_reason: 'No licence',
    blocked_since: '2026-11-20T09:00:00Z',
    project_completion_percentage: 70.5,
  })
}

test('a change of status moves the card and the percentage without asking again', () => {
  boardNewsArrived(client, projectId, blocked())
  expect(cardsIn(board(), columnIdOf('blocked'))).toMatchObject([
    { id: task.id, title: task.title, rank: 'a5', blocked_reason: 'No licence', version: 2 },
  ])
  expect(board().completion_percentage).toBe(70.5)
  expect(outdated()).toBe(false)
})

test('a card that leaves "Blocked" loses its reason', () => {
  boardNewsArrived(client, projectId, blocked())
  const event = { ...blocked(3), new_status: 'done', blocked_reason: null, blocked_since: null }
  boardNewsArrived(client, projectId, event)
  expect(cardsIn(board(), columnIdOf('done'))[0]?.blocked_reason).toBeUndefined()
})

test('news that is older than what is shown changes nothing', () => {
  boardNewsArrived(client, projectId, blocked(1))
  expect(cardsIn(board(), columnIdOf('todo'))).toEqual([task])
})

test('a move inside a column keeps why the card is blocked', () => {
  boardNewsArrived(client, projectId, blocked())
  boardNewsArrived(
    client,
    projectId,
    taskMoved.create({ ...about, version: 3, status: 'blocked', rank: 'a9' }),
  )
  expect(cardsIn(board(), columnIdOf('blocked'))).toMatchObject([
    { rank: 'a9', blocked_reason: 'No licence' },
  ])
})

test('a deleted task leaves the board', () => {
  boardNewsArrived(
    client,
    projectId,
    taskDeleted.create({ ...about, project_completion_percentage: null }),
  )
  expect(cardsIn(board(), columnIdOf('todo'))).toEqual([])
})

test('news of a card that is not known makes the whole board outdated', () => {
  boardNewsArrived(client, projectId, { ...blocked(), task_id: idOf('z') })
  expect(outdated()).toBe(true)
})

test('a change of columns makes the whole board outdated, unless it is known already', () => {
  const about = { correlation_id: 'req-12345678', actor_user_id: someone, project_id: projectId }
  boardNewsArrived(client, projectId, boardChanged.create({ ...about, board_version: 1 }))
  expect(outdated()).toBe(false)
  boardNewsArrived(client, projectId, boardChanged.create({ ...about, board_version: 2 }))
  expect(outdated()).toBe(true)
})

test('a move to another column of the status, and back to the first', () => {
  const testing = { id: idOf('t'), name: 'In test', status: 'todo' as const }
  client.setQueryData<Kanban>(key, withColumn(boardOf(task), testing))
  const move = { ...about, status: 'todo', rank: 'a0' }
  boardNewsArrived(client, projectId, taskMoved.create({ ...move, column_id: testing.id }))
  expect(cardsIn(board(), testing.id)).toMatchObject([{ id: task.id, column_id: testing.id }])
  boardNewsArrived(client, projectId, taskMoved.create({ ...move, version: 3, column_id: null }))
  expect(cardsIn(board(), columnIdOf('todo'))).toMatchObject([{ id: task.id }])
  expect(cardsIn(board(), testing.id)).toEqual([])
})

test('a change of status that brings the card shows it as it is now', () => {
  const now = { ...task, status: 'done', completed_on: '2026-11-20', rank: 'a5', version: 2 }
  boardNewsArrived(client, projectId, { ...blocked(), new_status: 'done', card: now })
  expect(cardsIn(board(), columnIdOf('done'))).toEqual([now])
})
