import type { MilestoneView } from '@milepost/api-contracts/projects'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { HeaderSlot } from '#shared/ui/header-slot.ts'
import { Toast } from '#shared/ui/Toast.tsx'
import { useToastStore } from '#shared/ui/toast-store.ts'
import { uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { MilestonesPage } from './MilestonesPage.tsx'
import { withMilestone } from './milestone-query.ts'
import { sayState } from './milestone-state.ts'

const projectId = uuid(101)
const milestone = (changed: Partial<MilestoneView> = {}): MilestoneView => ({
  id: uuid(201),
  project_id: projectId,
  name: 'Hardware racked',
  description: '',
  due_date: '2026-12-11',
  original_due_date: '2026-12-11',
  status: 'upcoming',
  achieved_on: null,
  tasks: { done: 3, total: 12 },
  at_risk: false,
  at_risk_reason: null,
  version: 1,
  can: { update: true },
  ...changed,
})
const project = {
  id: projectId,
  key: 'TLB',
  name: 'Tape Library',
  description: '',
  status: 'active',
  team: { id: uuid(51), name: 'Storage' },
  manager: null,
  category: null,
  start_date: null,
  finish_date: null,
  declared_health: 'green',
  health_note: '',
  health_declared_at: null,
  computed_health: 'green',
  completion_percentage: 20,
  task_count: 1,
  done_count: 0,
  blocked_count: 0,
  version: 1,
  can: {
    update: true,
    delete: true,
    create_task: true,
    create_milestone: true,
    analyze: true,
  },
}

const server = setupServer()
const listed = (...items: MilestoneView[]) =>
  http.get('*/projects/:id/milestones', () => HttpResponse.json({ items }))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  signedIn(session('token-1', 'project_manager'))
  useToastStore.setState({ notice: null, failure: null })
  server.use(http.get('*/projects/:id', () => HttpResponse.json(project)))
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())

const show = () =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <HeaderSlot value={document.body}>
          <MilestonesPage projectId={projectId} />
          <Toast />
        </HeaderSlot>
      </MemoryRouter>
    </QueryClientProvider>,
  )

test('achieving is one click, and undo takes it back with the newer version', async () => {
  const sent: unknown[] = []
  server.use(
    listed(milestone()),
    http.patch('*/milestones/:id', async ({ request }) => {
      const body = (await request.json()) as { status: MilestoneView['status']; version: number }
      sent.push(body)
      return HttpResponse.json(
        milestone({
          status: body.status,
          achieved_on: body.status === 'achieved' ? '2026-12-09' : null,
          version: body.version + 1,
        }),
      )
    }),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark achieved' }))
  expect(await screen.findByText('Achieved 9 Dec, 2 days early')).toBeDefined()
  fireEvent.keyDown(window, { key: 'z' })
  expect(await screen.findByRole('button', { name: 'Mark achieved' })).toBeDefined()
  expect(sent).toEqual([
    { version: 1, status: 'achieved' },
    { version: 2, status: 'upcoming' },
  ])
})

test('a milestone someone else changed meanwhile is shown as it is now, with the reason', async () => {
  const current = milestone({ name: 'Hardware racked in DC2', version: 5 })
  server.use(
    listed(milestone()),
    http.patch('*/milestones/:id', () =>
      HttpResponse.json(
        { ...problemBody(409, 'milestone-changed', 'Someone changed it.'), current },
        { status: 409 },
      ),
    ),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Mark achieved' }))
  expect((await screen.findByRole('alert')).textContent).toMatch('Someone changed it.')
  expect(screen.getByText('Hardware racked in DC2')).toBeDefined()
})

test('who may not change a milestone is offered no way to', async () => {
  server.use(listed(milestone({ can: { update: false } })))
  show()
  expect(await screen.findByText('Hardware racked')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Mark achieved' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Change/ })).toBeNull()
})

test('an empty list says what belongs here; adding one sends one attempt', async () => {
  const keys: (string | null)[] = []
  server.use(
    listed(),
    http.post('*/projects/:id/milestones', async ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      return HttpResponse.json(milestone({ name: 'First full restore' }), { status: 201 })
    }),
  )
  show()
  expect(await screen.findByText('No milestones yet')).toBeDefined()
  fireEvent.click(await screen.findByRole('button', { name: 'Add milestone' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'First full restore' } })
  fireEvent.change(dialog.getByLabelText('Due'), { target: { value: '2027-02-19' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('First full restore')).toBeDefined()
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
})

test('a milestone is at risk where the server says so, with its reason', async () => {
  const at_risk_reason = 'A task that leads to it is overdue.'
  server.use(listed(milestone({ due_date: '2099-12-11', at_risk: true, at_risk_reason })))
  show()
  expect(await screen.findByText(/^In [\d,]+ days, at risk/)).toBeDefined()
  expect(screen.getByText(at_risk_reason)).toBeDefined()
})

test('news of an older version never replaces a newer one', () => {
  const newer = milestone({ version: 3, name: 'new' })
  expect(withMilestone([newer], milestone({ version: 2, name: 'old' }))).toEqual([newer])
  expect(withMilestone([milestone()], newer)).toEqual([newer])
})

test.each([
  [{ due_date: '2026-11-20' }, 'Today, first promised 11 Dec'],
  [{ due_date: '2026-11-21', original_due_date: '2026-11-21' }, 'In 1 day'],
  [{ due_date: '2026-11-03', original_due_date: '2026-11-03' }, '17 days over'],
  [{ status: 'missed' as const }, 'Missed'],
  [{ at_risk: true }, 'In 21 days, at risk'],
  [{ due_date: '2027-01-08', original_due_date: '2027-01-08' }, 'In 49 days'],
])('%o reads "%s"', (changed, text) => {
  expect(sayState(milestone(changed), '2026-11-20')).toBe(text)
})
