import type { TaskView } from '@milepost/api-contracts/tasks'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { idOf, projectId } from '#test/cards.ts'
import { asOf, uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { TaskConflict } from './TaskConflict.tsx'
import { TaskFields } from './TaskFields.tsx'
import { TaskText } from './TaskText.tsx'

const task = (changed: Partial<TaskView> = {}): TaskView => ({
  id: idOf('a'),
  project_id: projectId,
  key: 'WAF-131',
  number: 131,
  parent_task_id: null,
  milestone_id: null,
  category_id: null,
  title: 'Ship WAF audit logs',
  description: '',
  status: 'in_progress',
  rank: 'a',
  priority: 'high',
  assignee_id: uuid(7),
  estimate_minutes: 720,
  remaining_minutes: null,
  start_date: '2019-11-10',
  not_before: null,
  is_pinned: false,
  due_date: null,
  completion_percentage: 40,
  labels: ['Logging'],
  blocked_reason: null,
  blocked_since: null,
  subtasks: { done: 0, total: 0 },
  created_at: asOf,
  updated_at: asOf,
  completed_at: null,
  version: 1,
  can: { update: 'all', move: true, comment: true, delete: true },
  ...changed,
})

const sent: unknown[] = []
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  sent.length = 0
  signedIn(session('token-1', 'project_manager'))
  server.use(
    http.get('*/projects/:id/members', () =>
      HttpResponse.json({ items: [{ id: uuid(7), display_name: 'Dmitri Kuznets' }] }),
    ),
    http.get('*/projects/:id/milestones', () => HttpResponse.json({ items: [] })),
    http.get('*/categories', () => HttpResponse.json({ items: [] })),
    http.patch('*/tasks/:id', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(task({ version: 2 }))
    }),
  )
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())

const show = (shown = task(), client = createQueryClient()) =>
  render(
    <QueryClientProvider client={client}>
      <TaskConflict task={shown} />
      <TaskText task={shown} />
      <TaskFields task={shown} />
    </QueryClientProvider>,
  )
function enter(label: string, text: string) {
  const field = screen.getByLabelText(label)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
  return field
}
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)

test.each([
  ['Estimate, hours', 'abc', 'Write hours like 1.5 or 12.'],
  ['Progress, %', '-1', 'A whole number from 0 to 100.'],
  ['Title', '  ', 'A task needs a title.'],
])('%s "%s" is not sent, and a sentence says why', (label, text, reason) => {
  show()
  const field = enter(label, text)
  expect(alerts()).toEqual([reason])
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(sent).toEqual([])
})

test('a refused text keeps its reason, in the server’s words, while other fields are saved', async () => {
  server.use(
    http.patch('*/tasks/:id', async ({ request }) => {
      const body = (await request.json()) as { title?: string }
      sent.push(body)
      if (body.title === undefined) return HttpResponse.json(task({ version: 2 }))
      const errors = [{ pointer: '#/title', detail: 'That title is taken.' }]
      return HttpResponse.json({ ...problemBody(400, 'invalid-request'), errors }, { status: 400 })
    }),
  )
  show()
  const title = enter('Title', 'Another title')
  await vi.waitFor(() => expect(alerts()).toEqual(['That title is taken.']))
  enter('Estimate, hours', '3')
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(alerts()).toEqual(['That title is taken.'])
  expect(title).toHaveProperty('value', 'Another title')
})

test('labels are changed as a list with commas', async () => {
  show()
  enter('Labels', 'Logging, Vendor ,')
  await vi.waitFor(() => expect(sent).toEqual([{ version: 1, labels: ['Logging', 'Vendor'] }]))
})

test('a status of Blocked is sent with its reason, never without', async () => {
  show()
  fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'blocked' } })
  enter('Blocked because', ' ')
  expect(alerts()).toEqual(['Say what it waits for.'])
  enter('Blocked because', 'The vendor')
  await vi.waitFor(() =>
    expect(sent).toEqual([{ version: 1, status: 'blocked', blocked_reason: 'The vendor' }]),
  )
})

test('whoever may only read sees text: no field, no raw date', async () => {
  show(task({ can: { update: 'none', move: false, comment: false, delete: false } }))
  expect(await screen.findByText('Dmitri Kuznets')).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.getByText('In progress')).toBeDefined()
  expect(screen.getByText('High')).toBeDefined()
  expect(screen.getByText('10 Nov 2019')).toBeDefined()
})

test('a change that somebody was faster with says what they changed, and is saved only when asked for', async () => {
  server.use(
    http.patch(
      '*/tasks/:id',
      () =>
        HttpResponse.json(
          {
            ...problemBody(409, 'task-changed'),
            current: task({ version: 5, title: 'Ship the logs', due_date: '2026-12-01' }),
          },
          { status: 409 },
        ),
      { once: true },
    ),
  )
  const client = createQueryClient()
  client.setQueryData(['tasks', task().id], task())
  show(task(), client)
  const field = enter('Estimate, hours', '3')

  const notice = await screen.findByRole('alert')

  expect(notice.textContent).toMatch('They changedTitle, Due')
  expect(notice.textContent).toMatch('You were changingEstimate')
  expect(field).toHaveProperty('value', '12')
  fireEvent.click(screen.getByRole('button', { name: 'Save mine as well' }))
  await vi.waitFor(() => expect(sent).toEqual([{ version: 5, estimate_minutes: 180 }]))
  expect(screen.queryByRole('alert')).toBeNull()
})
