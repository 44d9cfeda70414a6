import { beforeEach, expect, test, vi } from 'vitest'
import { signedIn } from '#shared/api/session-store.ts'
import { latestInsight, uuid } from '#test/portfolio.ts'
import { session } from '#test/session.ts'
import { forgetInsights, keepInsight, keptInsight } from './kept-insight.ts'

beforeEach(() => {
  localStorage.clear()
  signedIn(session())
})

test('what was kept is there for its reader, in any tab, until it is forgotten', () => {
  keepInsight('portfolio', latestInsight())
  keepInsight({ projectId: uuid(101) }, latestInsight())
  expect(keptInsight('portfolio')).toEqual(latestInsight())
  localStorage.setItem('milepost.theme', 'dark')
  forgetInsights()
  expect(keptInsight('portfolio')).toBeNull()
  expect(Object.keys(localStorage)).toEqual(['milepost.theme'])
})

test('nobody else finds it, and neither does the same person with other teams', () => {
  keepInsight('portfolio', latestInsight())
  const { user, ...rest } = session()
  signedIn({ ...rest, user: { ...user, id: uuid(2) } })
  expect(keptInsight('portfolio')).toBeNull()
  signedIn({ ...rest, user: { ...user, teams: [{ id: uuid(51), name: 'Storage' }] } })
  expect(keptInsight('portfolio')).toBeNull()
})

test('what something else wrote there is no insight', () => {
  keepInsight('portfolio', latestInsight())
  const [key = ''] = Object.keys(localStorage)
  localStorage.setItem(key, '{"insight":')
  expect(keptInsight('portfolio')).toBeNull()
})

test('a browser that keeps nothing breaks nothing', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(() => keepInsight('portfolio', latestInsight())).not.toThrow()
  full.mockRestore()
})
