import { loginSchema, signedInSchema } from '@milepost/api-contracts/auth'
import { latestInsightSchema } from '@milepost/api-contracts/insights'
import { portfolioOverviewSchema } from '@milepost/api-contracts/portfolio'
import { projectPageSchema } from '@milepost/api-contracts/projects'
import { kanbanSchema, movedTaskSchema } from '@milepost/api-contracts/tasks'
import { afterAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { openLive } from './live-client.ts'
import { control, openOwnerPool, stack, until } from './stack.ts'

const pool = openOwnerPool()
afterAll(() => pool.end())

/** Signs in as the sign-in page does, and asks the API as the app does. */
async function signIn(email: string) {
  const login = loginSchema.parse({ email, password: 'milepost-demo-only' })
  const response = await fetch(`${stack.GATEWAY_URL}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  const { access_token, user } = signedInSchema.parse(await response.json())
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${stack.GATEWAY_URL}/api/v1${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${access_token}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(10_000),
    })
  return {
    user,
    token: access_token,
    send,
    async read<Schema extends z.ZodType>(path: string, answer: Schema): Promise<z.infer<Schema>> {
      return answer.parse(await (await send(path)).json())
    },
  }
}

const manager = await signIn('manager@milepost.example')
const executive = await signIn('executive@milepost.example')

const { items } = await manager.read('/projects?limit=200', projectPageSchema)
const waf = items.find(({ key }) => key === 'WAF')
if (!waf) throw new Error('the demo portfolio has no project WAF')

/** An open card that its project's percentage depends on. */
async function findOpenCard() {
  const board = await manager.read(`/projects/${waf?.id}/kanban`, kanbanSchema)
  const open = new Set(['todo', 'in_progress', 'in_review'])
  const card = board.columns
    .flatMap(({ status, tasks }) => (open.has(status) ? tasks : []))
    .find(({ subtasks }) => !subtasks)
  if (!card) throw new Error('no card is open')
  return card
}

async function moveTo(status: string, card: { id: string; version: number }) {
  const response = await manager.send(`/tasks/${card.id}/move`, {
    method: 'PATCH',
    body: JSON.stringify({ status, after_id: null, before_id: null, version: card.version }),
  })
  expect(response.status).toBe(200)
  return movedTaskSchema.parse(await response.json())
}

const completionOf = async (projectId: string) =>
  (await executive.read('/portfolio/overview', portfolioOverviewSchema)).projects.find(
    ({ id }) => id === projectId,
  )?.completion_percentage

async function countCredits(taskId: string): Promise<number> {
  const { rows } = await pool.query(
    'select count(*)::int as count from timesheets.credited_completions where task_id = $1',
    [taskId],
  )
  return rows[0].count
}

test('a card moved to Done is on other screens within a second, changes the executive’s percentage, and is counted once', async () => {
  const card = await findOpenCard()
  const before = await completionOf(waf.id)
  const screen = await openLive(executive.token)
  screen.tell({ type: 'subscribe', channel: `project:${waf.id}` })
  await screen.hear('subscribed')

  const sentAt = performance.now()
  const { project_completion_percentage } = await moveTo('done', card)
  const news = await screen.hear(
    'event',
    ({ event }) => event.event_type === 'task.status_changed' && event.task_id === card.id,
  )

  expect(performance.now() - sentAt).toBeLessThan(1000)
  expect(news.event).toMatchObject({ new_status: 'done', project_completion_percentage })
  expect(await completionOf(waf.id)).toBe(project_completion_percentage)
  expect(project_completion_percentage).toBeGreaterThan(before ?? 100)
  expect(
    await until(
      () => countCredits(card.id),
      (count) => count > 0,
    ),
  ).toBe(1)
  screen.close()
})

test('the written summary comes by itself, and each of its numbers names the tasks behind it', async () => {
  const latest = () => executive.read('/insights/portfolio/latest', latestInsightSchema)
  const { insight } = await until(latest, (answer) => answer.insight !== null, 20_000)

  expect(insight?.paragraphs.length).toBeGreaterThan(0)
  const facts = new Map(insight?.facts.map((fact) => [fact.key, fact]))
  const cited = (insight?.paragraphs ?? [])
    .flatMap(({ sentences }) => sentences.flatMap(({ parts }) => parts))
    .flatMap((part) => ('fact' in part ? [part.fact] : []))
  expect(cited.length).toBeGreaterThan(3)
  for (const key of cited) expect(facts.get(key), key).toBeDefined()
  expect([...facts.values()].some(({ tasks }) => tasks.length > 0)).toBe(true)
  expect(insight?.verification.verified).toBe(insight?.verification.numbers)
})

test('with Redis stopped writes succeed, and their events arrive when it is back', async () => {
  const card = await findOpenCard()
  await control('stop', 'redis')
  const moved = await moveTo('done', card).finally(() => control('start', 'redis'))

  expect(moved.task.status).toBe('done')
  expect(
    await until(
      () => countCredits(card.id),
      (count) => count > 0,
      20_000,
    ),
  ).toBe(1)
})

test('with insights stopped boards and portfolio work, and the summary is refused at once', async () => {
  await control('stop', 'insights')
  try {
    expect((await manager.send(`/projects/${waf.id}/kanban`)).status).toBe(200)
    expect((await executive.send('/portfolio/overview')).status).toBe(200)
    const sentAt = performance.now()
    const refused = await executive.send('/insights/portfolio/latest')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect(performance.now() - sentAt).toBeLessThan(1500)
  } finally {
    await control('start', 'insights')
  }
  const answered = await until(
    () => executive.send('/insights/portfolio/latest'),
    ({ status }) => status === 200,
    15_000,
  )
  expect(answered.status).toBe(200)
})

test('a restart of PostgreSQL is a 503 that says when to come back, and then it works again', async () => {
  await control('stop', 'postgres')
  const refused = await manager
    .send(`/projects/${waf.id}/kanban`)
    .finally(() => control('start', 'postgres'))
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).not.toBeNull()

  const answered = await until(
    () => manager.send(`/projects/${waf.id}/kanban`),
    ({ status }) => status === 200,
    15_000,
  )
  expect(answered.status).toBe(200)
  const card = await findOpenCard()
  await moveTo('in_progress', card)
})
