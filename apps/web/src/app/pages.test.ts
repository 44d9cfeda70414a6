import { expect, test } from 'vitest'
import { uuid } from '#test/portfolio.ts'
import { homeFor, pagesFor } from './pages.ts'

test.each([
  ['executive', '/portfolio', 'Portfolio, Inbox'],
  [
    'project_manager',
    `/projects/${uuid(1)}/board`,
    'Portfolio, Inbox, My work, My week, Calendars, Templates',
  ],
  ['contributor', '/my-work', 'Inbox, My work, My week'],
  ['admin', '/portfolio', 'Portfolio, Inbox, My work, My week, Calendars, Templates, People'],
] as const)('a %s starts at %s and sees %s', (role, home, labels) => {
  expect(homeFor([role], uuid(1))).toBe(home)
  expect(
    pagesFor([role])
      .map(({ label }) => label)
      .join(', '),
  ).toBe(labels)
})

test('a manager without a project starts at the portfolio', () => {
  expect(homeFor(['project_manager'], undefined)).toBe('/portfolio')
})

test('of two roles the wider one decides', () => {
  expect(homeFor(['contributor', 'executive'], undefined)).toBe('/portfolio')
})
