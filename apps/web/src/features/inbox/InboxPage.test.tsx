import type { NotificationView } from '@milepost/api-contracts/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { InboxPage } from './InboxPage.tsx'
import { wishFor, withWish } from './wishes.ts'

const line = (changed: Partial<NotificationView> = {}): NotificationView => ({
  id: uuid(1),
  kind: 'assigned',
  project: { id: uuid(101), key: 'WAF', name: 'WAF/API Security' },
  task: { id: uuid(201), key: 'WAF-126', title: 'Renew the edge certificate' },
  milestone: null,
  actor: { id: uuid(2), display_name: 'Priya Raman' },
  count: 1,
  detail: {},
  happened_at: '2026-11-20T09:00:00.000Z',
  read: false,
  ...changed,
})
const page = (...items: NotificationView[]) => ({
  items,
  next_cursor: null,
  unread_count: items.filter(({ read }) => !read).length,
})

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => signedIn(session('token-1', 'contributor')))
afterEach(() => {
  cleanup()
  server.resetHandlers()
})

const answer = (body: object, status = 200) =>
  server.use(http.get('*/api/v1/notifications', () => HttpResponse.json(body, { status })))

const show = () =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={['/inbox']}>
        <InboxPage />
      </MemoryRouter>
    </QueryClientProvider>,
  )

test('a line says who did what to which task, and leads there', async () => {
  answer(page(line()))
  show()
  const link = await screen.findByRole('link', { name: /WAF-126/ })
  expect(link.closest('p')?.textContent).toBe(
    'Priya Raman gave you WAF-126 Renew the edge certificate',
  )
  expect(link.getAttribute('href')).toBe(`/projects/${uuid(101)}/board?task=${uuid(201)}`)
})

test('many moves are one line with their number', async () => {
  answer(page(line({ kind: 'status_changed', count: 50, detail: { from: 'todo', to: 'done' } })))
  show()
  expect(await screen.findByText(/50 times/)).toBeDefined()
})

test('reading a line marks it at once and tells the server which', async () => {
  const asked = vi.fn()
  answer(page(line()))
  server.use(
    http.post('*/api/v1/notifications/read', async ({ request }) => {
      asked(await request.json())
      return HttpResponse.json({ unread_count: 0 })
    }),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark as read' }))
  expect(await screen.findByRole('button', { name: 'Mark as unread' })).toBeDefined()
  expect(asked).toHaveBeenCalledWith({ ids: [uuid(1)], read: true })
})

test('everything is marked up to the newest line that is shown, not beyond', async () => {
  const asked = vi.fn()
  answer(page(line({ happened_at: '2026-11-20T10:00:00.000Z' }), line({ id: uuid(3) })))
  server.use(
    http.post('*/api/v1/notifications/read', async ({ request }) => {
      asked(await request.json())
      return HttpResponse.json({ unread_count: 0 })
    }),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }))
  await vi.waitFor(() =>
    expect(asked).toHaveBeenCalledWith({ all_until: '2026-11-20T10:00:00.000Z', read: true }),
  )
})

test('an empty inbox says what will stand there', async () => {
  answer(page())
  show()
  expect(await screen.findByText('Nothing for you')).toBeDefined()
})

test('an inbox that does not load says so and offers to try again', async () => {
  answer(problemBody(500, 'unexpected'), 500)
  show()
  expect(await screen.findByRole('button', { name: /Try again/ })).toBeDefined()
})

test('of several wishes the most particular one counts', () => {
  const all = { project_id: null, in_app: true, in_digest: false }
  const items = withWish([{ ...all, kind: null }], {
    ...all,
    ...{ project_id: uuid(101), kind: 'blocked', in_app: false },
  })
  expect(wishFor(items, uuid(101), 'blocked').in_app).toBe(false)
  expect(wishFor(items, uuid(101), 'assigned')).toMatchObject({ in_app: true, in_digest: false })
  expect(wishFor([], null, 'assigned')).toEqual({ in_app: true, in_digest: true })
})
