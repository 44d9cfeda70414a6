import type { WeeklyTimesheet, WeekSummaryView } from '@milepost/api-contracts/timesheets'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { addDays } from '#shared/format/dates.ts'
import { Toast } from '#shared/ui/Toast.tsx'
import { toastDismissed } from '#shared/ui/toast-store.ts'
import { asOf, uuid } from '#test/portfolio.ts'
import { problemBody, session } from '#test/session.ts'
import { MyWeek } from './MyWeek.tsx'

const summary = (changed: Partial<WeekSummaryView> = {}): WeekSummaryView => ({
  week: '2026-W46',
  status: 'draft',
  revision: 1,
  total_minutes: 90,
  submitted_at: null,
  decided_at: null,
  decided_by: null,
  decision_reason: null,
  ...changed,
})
const cell = { minutes: 0, entries: [] }
const week = (changed: Partial<WeeklyTimesheet> = {}): WeeklyTimesheet => ({
  ...summary(),
  user: { id: uuid(1), display_name: 'Sara Andersson' },
  today: '2026-11-20',
  days: Array.from({ length: 7 }, (_, day) => ({
    date: addDays('2026-11-09', day),
    minutes: day === 0 ? 90 : 0,
    capacity_minutes: 480,
    locked: false,
  })),
  rows: [
    {
      task: null,
      project: null,
      activity: 'On-call',
      cells: [
        { minutes: 90, entries: [{ id: uuid(5), minutes: 90, note: '', version: 1 }] },
        ...Array.from({ length: 6 }, () => cell),
      ],
      total_minutes: 90,
    },
  ],
  capacity_minutes: 2400,
  tasks_completed: 0,
  earlier: [],
  can: { edit: true, submit: true },
  ...changed,
})
const lockedDays = week().days.map((day) => ({ ...day, locked: true }))

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  signedIn(session('token-1', 'contributor'))
  server.use(http.get('*/timesheets/weekly', () => HttpResponse.json(week())))
})
afterEach(() => {
  cleanup()
  toastDismissed()
  server.resetHandlers()
})
afterAll(() => server.close())

const show = (address = '/timesheet?week=2026-W46') =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <MyWeek />
        <Toast />
      </MemoryRouter>
    </QueryClientProvider>,
  )
const submitButton = () => screen.findByRole('button', { name: /^Submit week/ })

test('a submitted week says so and is locked, and what was entered stays on the page', async () => {
  show()
  const button = await submitButton()
  server.use(
    // The route answers the summary of the week, without its rows.
    http.post('*/timesheets/weekly/submit', () =>
      HttpResponse.json(summary({ status: 'submitted', submitted_at: asOf })),
    ),
    http.get('*/timesheets/weekly', () =>
      HttpResponse.json(
        week({ status: 'submitted', days: lockedDays, can: { edit: false, submit: false } }),
      ),
    ),
  )

  fireEvent.click(button)

  expect(await screen.findByText('Week 46 is submitted.')).toBeDefined()
  expect(screen.getByText('Submitted')).toBeDefined()
  expect(screen.getByText('On-call')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Submit week/ })).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a refused submission is explained beside the button, which stays', async () => {
  server.use(
    http.post('*/timesheets/weekly/submit', () =>
      HttpResponse.json(problemBody(403, 'forbidden', 'Not this week.'), { status: 403 }),
    ),
  )
  show()
  fireEvent.click(await submitButton())
  expect((await screen.findByRole('alert')).textContent).toBe('Not this week.')
  expect(await submitButton()).toBeDefined()
})

test('"saved" is said after a save, not after loading', async () => {
  server.use(
    http.patch('*/timesheets/entries/:id', () =>
      HttpResponse.json({ ...problemBody(200, 'none'), id: uuid(5) }),
    ),
  )
  show()
  const monday = await screen.findByRole('textbox', { name: 'On-call, Mon 9 Nov' })
  expect(screen.queryByText(/^Sav/)).toBeNull()
  fireEvent.focus(monday)
  fireEvent.change(monday, { target: { value: '2' } })
  fireEvent.blur(monday)
  expect(await screen.findByText(/^Saved \d\d:\d\d$/)).toBeDefined()
})

test('facts of another week than the running one carry its number', async () => {
  show()
  expect(within(await screen.findByRole('region', { name: 'Week 46' }))).toBeDefined()
})

test('a week that its year does not have is no week of next year', async () => {
  show('/timesheet?week=2026-W99')
  expect(await screen.findByText('There is no such week')).toBeDefined()
  expect(screen.queryByText(/Week 99/)).toBeNull()
})

test('while the week is on its way it says so', async () => {
  server.use(http.get('*/timesheets/weekly', () => delay('infinite')))
  show()
  expect(screen.getByText('Loading your week')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Submit week/ })).toBeNull()
})

test('a week that did not load says why, and is asked for again', async () => {
  server.use(
    http.get('*/timesheets/weekly', () =>
      HttpResponse.json(problemBody(403, 'forbidden', 'Not your week.'), { status: 403 }),
    ),
  )
  show()
  expect((await screen.findByRole('alert')).textContent).toMatch(/did not load.*Not your week\./s)
  server.use(http.get('*/timesheets/weekly', () => HttpResponse.json(week())))
  fireEvent.click(screen.getByRole('button', { name: /again/i }))
  expect(await submitButton()).toBeDefined()
})

test('an activity is added to an empty week, filled in and submitted with it', async () => {
  const entries: unknown[] = []
  server.use(
    http.get('*/timesheets/weekly', () => HttpResponse.json(week({ rows: [] }))),
    http.post('*/timesheets/entries', async ({ request }) => {
      entries.push(await request.json())
      return HttpResponse.json({ id: uuid(6) }, { status: 201 })
    }),
    http.post('*/timesheets/weekly/submit', () => {
      // What was typed last came first.
      expect(entries).toHaveLength(1)
      return HttpResponse.json(summary({ status: 'submitted', submitted_at: asOf }))
    }),
  )
  show()
  expect(await screen.findByText('Nothing to log on yet')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Add an activity' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Add an activity' }))
  fireEvent.change(dialog.getByLabelText('Activity'), { target: { value: ' Training ' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Add' }))

  const tuesday = screen.getByRole('textbox', { name: 'Training, Tue 10 Nov' })
  fireEvent.focus(tuesday)
  fireEvent.change(tuesday, { target: { value: '1:30' } })
  fireEvent.blur(tuesday)
  fireEvent.click(await submitButton())

  expect(await screen.findByText('Week 46 is submitted.')).toBeDefined()
  expect(entries).toEqual([
    { activity: 'Training', work_date: '2026-11-10', minutes: 90, note: '' },
  ])
})

test('a dialog that cannot list the projects says why', async () => {
  server.use(
    http.get('*/projects', () =>
      HttpResponse.json(problemBody(403, 'forbidden', 'No projects for you.'), { status: 403 }),
    ),
  )
  show()
  await submitButton()
  fireEvent.keyDown(window, { key: 'n' })
  expect((await screen.findByRole('alert')).textContent).toBe('No projects for you.')
})
