import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { eventArrived } from '#shared/api/live.ts'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { asOf, insight, latestInsight, overview, project, uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { PortfolioPage } from './PortfolioPage.tsx'

const server = setupServer()
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' })
  // jsdom lays nothing out, so there is no size to observe.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
beforeEach(() => {
  localStorage.clear()
  signedIn(session())
  server.use(
    http.get('*/portfolio/overview', () => HttpResponse.json(overview())),
    http.get('*/insights/portfolio/latest', () => HttpResponse.json(latestInsight())),
    http.get('*/timesheets/reports/utilization', () =>
      HttpResponse.json({
        from: '2026-10-19',
        until: '2026-11-16',
        limit_percentage: 90,
        teams: [],
      }),
    ),
  )
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => {
  server.close()
  vi.unstubAllGlobals()
})

const down = (path: string) =>
  http.get(path, () => HttpResponse.json(problemBody(403, 'unavailable'), { status: 403 }))

const show = (address = '/portfolio') =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <PortfolioPage />
      </MemoryRouter>
    </QueryClientProvider>,
  )
const panel = async (name: string) => within(await screen.findByRole('region', { name }))

test('a number of the summary opens the tasks it was computed from', async () => {
  show()
  const summary = await panel('Summary')
  fireEvent.click(await summary.findByRole('button', { name: '65%, evidence 1' }))
  const evidence = within(await screen.findByRole('complementary', { name: 'Evidence' }))
  expect(evidence.getByText('Weighted by estimate.')).toBeDefined()
  expect(evidence.getByText('WAF-131')).toBeDefined()
})

test('J walks to the next number, Esc closes and the page stays usable throughout', async () => {
  show()
  const summary = await panel('Summary')
  fireEvent.click(await summary.findByRole('button', { name: '65%, evidence 1' }))
  fireEvent.keyDown(window, { key: 'j' })
  expect(await screen.findByText(/^2 of /)).toBeDefined()
  expect(summary.getByRole('button', { name: 'Renew' })).toBeDefined()
  fireEvent.keyDown(window, { key: 'Escape' })
  expect(screen.queryByRole('complementary', { name: 'Evidence' })).toBeNull()
})

test('news of a task changes the percentage where it stands, without a reading', async () => {
  show()
  const projects = await panel('Active projects')
  expect(projects.getByRole('button', { name: '65%, evidence' })).toBeDefined()
  act(() =>
    eventArrived('portfolio', {
      event_id: uuid(1),
      event_type: 'task.status_changed',
      timestamp: asOf,
      project_id: project().id,
      project_completion_percentage: 66.5,
    }),
  )
  expect(await projects.findByRole('button', { name: '66.5%, evidence' })).toBeDefined()
})

test('without the insights service the numbers stand and the summary says what is missing', async () => {
  server.use(down('*/insights/portfolio/latest'))
  show()
  const projects = await panel('Active projects')
  expect(projects.getByText('WAF/API Security')).toBeDefined()
  const summary = await panel('Summary')
  expect((await summary.findByRole('alert')).textContent).toMatch(
    /The numbers above are current\. This summary is missing.*reference req-12345678/,
  )
})

test('a summary read earlier is shown with its age while the service is away', async () => {
  const hourAgo = new Date(Date.now() - 3_700_000).toISOString()
  server.use(
    http.get('*/insights/portfolio/latest', () =>
      HttpResponse.json(latestInsight({ insight: insight({ generated_at: hourAgo }) })),
    ),
  )
  show()
  await (await panel('Summary')).findByText('1 h ago')
  cleanup()

  server.use(down('*/insights/portfolio/latest'))
  show()
  const summary = await panel('Summary')
  await summary.findByRole('alert')
  expect(summary.getByText('1 h ago')).toBeDefined()
  expect(summary.getByText(/is complete|complete\./)).toBeDefined()
})

test('while the first summary of a changed scope is being written, the one before is shown with its age', async () => {
  const hourAgo = new Date(Date.now() - 3_700_000).toISOString()
  const before = latestInsight({ insight: insight({ generated_at: hourAgo }) })
  server.use(http.get('*/insights/portfolio/latest', () => HttpResponse.json(before)))
  show()
  await (await panel('Summary')).findByText('1 h ago')
  cleanup()

  const none = latestInsight({ insight: null, age_seconds: null, pending: true })
  server.use(http.get('*/insights/portfolio/latest', () => HttpResponse.json(none)))
  show()
  const summary = await panel('Summary')
  expect(await summary.findByText('1 h ago')).toBeDefined()
  expect(summary.getByText('Being written')).toBeDefined()
})

test('a link to a number that is gone says so, once everything is there', async () => {
  show('/portfolio?evidence=nonsense')
  const evidence = within(await screen.findByRole('complementary', { name: 'Evidence' }))
  expect(evidence.getByText('This number is not here any more')).toBeDefined()
  fireEvent.keyDown(window, { key: 'Escape' })
  expect(screen.queryByRole('complementary', { name: 'Evidence' })).toBeNull()
})

test('renewing says that one is being written, until it is there', async () => {
  let asked = 0
  server.use(
    http.post('*/insights/portfolio/analyze', ({ request }) => {
      expect(request.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
      asked += 1
      return HttpResponse.json(
        {
          id: uuid(950),
          kind: 'portfolio',
          project_id: null,
          status: 'queued',
          requested_at: asOf,
          completed_at: null,
          insight: null,
          error: null,
        },
        { status: 202 },
      )
    }),
  )
  show()
  const summary = await panel('Summary')
  fireEvent.click(await summary.findByRole('button', { name: 'Renew' }))
  expect(await summary.findByText('Being written')).toBeDefined()
  await vi.waitFor(() => expect(asked).toBe(1))

  const newer = insight({ unknowns: ['Nothing new'] })
  server.use(
    http.get('*/insights/portfolio/latest', () =>
      HttpResponse.json(latestInsight({ insight: newer })),
    ),
  )
  act(() =>
    eventArrived('portfolio', {
      event_id: uuid(2),
      event_type: 'insight.generated',
      timestamp: asOf,
    }),
  )
  expect(await summary.findByText('Nothing new')).toBeDefined()
  expect(await summary.findByRole('button', { name: 'Renew' })).toBeDefined()
})

test('an empty portfolio, a failed one and a loading one are three different pages', async () => {
  server.use(http.get('*/portfolio/overview', () => HttpResponse.json(overview({ projects: [] }))))
  show()
  expect(screen.getByText('The portfolio is loading')).toBeDefined()
  expect(await screen.findByText('No projects yet')).toBeDefined()
  cleanup()

  server.use(down('*/portfolio/overview'))
  show()
  expect((await screen.findByRole('alert')).textContent).toMatch(/The portfolio did not load/)
})
