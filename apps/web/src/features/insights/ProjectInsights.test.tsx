import type { RiskList } from '@milepost/api-contracts/insights'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { asOf, fact, insight, latestInsight, uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { ProjectInsights } from './ProjectInsights.tsx'

const projectId = uuid(101)
const risks: RiskList = {
  project_id: projectId,
  computed_health: 'red',
  assessed_at: asOf,
  forecast: { abstains: 'Too little history.' },
  completion_percentage: 65,
  items: [
    {
      rule: 'declining_velocity',
      title: 'Declining velocity',
      severity: 'unknown',
      fired: null,
      value: null,
      limit: '15% under the trailing mean',
      explanation: 'There are only 4 weeks of history.',
      fired_since: null,
      fact: null,
    },
    {
      rule: 'schedule_slippage',
      title: 'Schedule slippage',
      severity: 'red',
      fired: true,
      value: '16.9%',
      limit: 'over 10%',
      explanation: 'It slips.',
      fired_since: asOf,
      fact: fact({ key: 'WAF.slippage', index: 40, text: '16.9%', method: 'Days late.' }),
    },
  ],
}

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  localStorage.clear()
  signedIn(session())
  server.use(
    http.get('*/insights/projects/:id/summary', () => HttpResponse.json(latestInsight())),
    http.get('*/insights/projects/:id/risks', () => HttpResponse.json(risks)),
  )
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
        <ProjectInsights projectId={projectId} />
      </MemoryRouter>
    </QueryClientProvider>,
  )

test('risks stand worst first, and a rule that abstains is neither good nor a zero', async () => {
  show()
  await screen.findByText('Schedule slippage')
  expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
    'Red',
    'Unknown',
  ])
  expect(screen.getByText('There are only 4 weeks of history.')).toBeDefined()
  expect(screen.getByText('not known')).toBeDefined()
})

test('a rule’s number that the text does not mention goes on counting, and opens', async () => {
  show()
  fireEvent.click(await screen.findByRole('button', { name: '16.9%, evidence 2' }))
  const panel = within(await screen.findByRole('complementary', { name: 'Evidence' }))
  expect(panel.getByText('2 of 2')).toBeDefined()
  expect(panel.getByText('Days late.')).toBeDefined()
})

test('what the summary does not know is always said', async () => {
  server.use(
    http.get('*/insights/projects/:id/summary', () =>
      HttpResponse.json(latestInsight({ insight: insight({ unknowns: ['2 dates are missing'] }) })),
    ),
  )
  show()
  expect(await screen.findByText('2 dates are missing')).toBeDefined()
  expect(screen.getByText('Written by rules, no model')).toBeDefined()
  expect(screen.getByText('1 of 1 verified')).toBeDefined()
})

test('without a summary the risks stand, and a failed one is not "none yet"', async () => {
  server.use(
    http.get('*/insights/projects/:id/summary', () =>
      HttpResponse.json(problemBody(403, 'unavailable'), { status: 403 }),
    ),
  )
  show()
  expect((await screen.findByRole('alert')).textContent).toMatch(/Insights did not answer/)
  expect(await screen.findByText('Schedule slippage')).toBeDefined()
  expect(screen.queryByText('No summary yet')).toBeNull()
})
