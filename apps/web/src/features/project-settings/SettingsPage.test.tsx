import type { ProjectSettings } from '@milepost/api-contracts/project-settings'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { SettingsPage } from './SettingsPage.tsx'

const projectId = uuid(101)
const project = {
  ...{ id: projectId, key: 'TLB', name: 'Tape Library', description: '', status: 'active' },
  team: { id: uuid(51), name: 'Storage' },
  ...{ manager: null, category: null, start_date: '2026-10-01', finish_date: null },
  ...{ declared_health: 'green', health_note: 'On track.', health_declared_at: null },
  ...{ computed_health: 'amber', completion_percentage: 20, task_count: 1, done_count: 0 },
  ...{ blocked_count: 0, version: 4, can: { update: true } },
}
const settings = (changed: Partial<ProjectSettings> = {}): ProjectSettings => ({
  ...{ scheduling_mode: 'warn', archived_at: null, planned_budget: 1200, actual_cost: null },
  ...{ budget_currency: 'EUR', asset_noun: null, version: 4, can: { update: true } },
  ...changed,
})
const emptyPage = { items: [], next_cursor: null }

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => signedIn(session('token-1', 'project_manager')))
afterEach(() => {
  cleanup()
  server.resetHandlers()
})

function show(known = settings()) {
  const get = (path: string, body: object) =>
    http.get(`*/api/v1/projects/${projectId}${path}`, () => HttpResponse.json(body))
  server.use(
    get('', project),
    get('/settings', known),
    get('/members', { items: [] }),
    get('/health-history', emptyPage),
    get('/assets/burn-up', { noun: 'items', total: 0, resolved: 0, points: [] }),
    http.get('*/api/v1/categories', () => HttpResponse.json({ items: [] })),
  )
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SettingsPage projectId={projectId} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const answerPatch = (status: number, body: object) => {
  const asked = vi.fn()
  server.use(
    http.patch(`*/api/v1/projects/${projectId}`, async ({ request }) => {
      asked(await request.json())
      return HttpResponse.json(body, { status })
    }),
  )
  return asked
}

test('one panel is saved by itself, with the version that was seen', async () => {
  show()
  const panel = within(await screen.findByRole('region', { name: 'Declared health' }))
  const asked = answerPatch(200, project)
  fireEvent.change(panel.getByRole('combobox'), { target: { value: 'red' } })
  fireEvent.change(panel.getByRole('textbox'), { target: { value: ' Racks are late. ' } })
  fireEvent.click(panel.getByRole('button', { name: 'Declare' }))
  await vi.waitFor(() =>
    expect(asked).toHaveBeenCalledWith({
      ...{ declared_health: 'red', health_note: 'Racks are late.', version: 4 },
    }),
  )
})

test('an emptied field is sent as nothing, and amounts as numbers', async () => {
  show()
  const panel = within(await screen.findByRole('region', { name: 'Plan and budget' }))
  const asked = answerPatch(200, project)
  fireEvent.change(panel.getByLabelText('Planned budget'), { target: { value: '125,000.50' } })
  fireEvent.click(panel.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() =>
    expect(asked).toHaveBeenCalledWith({
      ...{ scheduling_mode: 'warn', planned_budget: 125_000.5, actual_cost: null },
      ...{ budget_currency: 'EUR', version: 4 },
    }),
  )
})

test('what is chosen stays chosen when the list of choices comes after it', async () => {
  const priya = { id: uuid(2), display_name: 'Priya Raman' }
  show()
  server.use(
    http.get(`*/api/v1/projects/${projectId}`, () =>
      HttpResponse.json({ ...project, manager: priya }),
    ),
    http.get(`*/api/v1/projects/${projectId}/members`, async () => {
      await delay(50)
      return HttpResponse.json({ items: [{ id: uuid(3), display_name: 'Tom Berg' }, priya] })
    }),
  )
  await screen.findByRole('option', { name: 'Tom Berg' })
  expect(screen.getByLabelText<HTMLSelectElement>('Manager').value).toBe(priya.id)
})

test('a refusal stands below the fields it is about', async () => {
  show()
  const panel = within(await screen.findByRole('region', { name: 'General' }))
  answerPatch(409, problemBody(409, 'project-changed', 'Someone changed this project meanwhile.'))
  fireEvent.click(panel.getByRole('button', { name: 'Save' }))
  expect((await panel.findByRole('alert')).textContent).toContain('Someone changed this project')
})

test('who may not change it sees it without buttons', async () => {
  show(settings({ can: { update: false } }))
  const panel = within(await screen.findByRole('region', { name: 'General' }))
  expect(panel.queryByRole('button')).toBeNull()
  expect(panel.getByLabelText<HTMLInputElement>('Name').matches(':disabled')).toBe(true)
  expect(screen.queryByRole('region', { name: 'Archive or delete' })).toBeNull()
})

test('a project is deleted only by who types its name', async () => {
  show()
  fireEvent.click(await screen.findByRole('button', { name: 'Delete the project' }))
  const dialog = within(screen.getByRole('dialog', { hidden: true }))
  const button = dialog.getByRole('button', { name: 'Delete the project', hidden: true })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(dialog.getByRole('textbox', { hidden: true }), {
    target: { value: 'Tape Library' },
  })
  expect(
    dialog
      .getByRole('button', { name: 'Delete the project', hidden: true })
      .getAttribute('aria-disabled'),
  ).toBeNull()
})

test('a list is looked through before it is taken over', async () => {
  show()
  const asked = vi.fn()
  server.use(
    http.post(`*/api/v1/projects/${projectId}/assets/import`, async ({ request }) => {
      asked(await request.json())
      return HttpResponse.json({ added: 2, changed: 1, unchanged: 3 })
    }),
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Import a list' }))
  const file = new File(['reference\na\n'], 'list.csv', { type: 'text/csv' })
  fireEvent.change(screen.getByLabelText('CSV file'), { target: { files: [file] } })
  expect(await screen.findByText('2 new, 1 changed, 3 as they were.')).toBeDefined()
  expect(asked).toHaveBeenCalledExactlyOnceWith({ csv: 'reference\na\n', dry_run: true })
  fireEvent.click(screen.getByRole('button', { name: 'Take over 3 changes', hidden: true }))
  await vi.waitFor(() =>
    expect(asked).toHaveBeenLastCalledWith({ csv: 'reference\na\n', dry_run: false }),
  )
})
