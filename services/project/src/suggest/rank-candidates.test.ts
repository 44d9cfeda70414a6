import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Candidate } from './queries.ts'
import { countWeekdays, rankCandidates, windowOf } from './rank-candidates.ts'

const window = { from: '2026-11-16', to: '2026-11-27' }
const firewall = { skill_id: 'f', name: 'Firewalls', level: 4 }

const person = (name: string, fields: Partial<Candidate> = {}): Candidate => ({
  ...{ id: name, display_name: name, levels: {}, weekly_minutes: 2400, absent_minutes: 0 },
  ...{ open_tasks: 0, commitments: [], ...fields },
})

test('who can and has time comes first, and every number of the reason is there', () => {
  const busy = {
    open_tasks: 1,
    commitments: [{ start_date: '2026-11-16', due_date: '2026-12-11', left_minutes: 9600 }],
  }
  const ranked = rankCandidates(
    [
      person('Beginner', { levels: { f: 1 } }),
      person('Busy expert', { levels: { f: 5 }, ...busy }),
      person('Free expert', { levels: { f: 5 } }),
      person('Away', { levels: { f: 4 }, absent_minutes: 4800 }),
    ],
    { window, skills: [firewall], minutes: 960 },
  )
  expect(ranked.map(({ person, score }) => [person.display_name, score])).toEqual([
    ['Free expert', 100],
    ['Beginner', 63],
    ['Away', 50],
    ['Busy expert', 50],
  ])
  expect(ranked[3]).toMatchObject({
    ...{ capacity_minutes: 4800, committed_minutes: 4800, free_minutes: 0, open_tasks: 1 },
    skills: [{ name: 'Firewalls', needed_level: 4, level: 5 }],
  })
})

test('what is not known does not count against anybody', () => {
  const [one] = rankCandidates([person('A', { weekly_minutes: null, levels: { f: 2 } })], {
    ...{ window, skills: [firewall], minutes: 60 },
  })
  expect(one).toMatchObject({ score: 50, capacity_minutes: null, free_minutes: null })
  const [idle] = rankCandidates([person('A')], { window, skills: [], minutes: null })
  expect(idle?.score).toBe(100)
})

test('weekdays are those a calendar counts', () => {
  const day = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (start, length) => {
      const at = (offset: number) =>
        new Date((start + offset) * 86_400_000).toISOString().slice(0, 10)
      const days = Array.from({ length: length + 1 }, (_, index) => new Date(at(index)).getUTCDay())
      expect(countWeekdays({ from: at(0), to: at(length) })).toBe(
        days.filter((weekday) => weekday !== 0 && weekday !== 6).length,
      )
    }),
  )
})

test('the window is the task’s own from today on, or two weeks', () => {
  const today = '2026-11-18'
  const of = (start_date: string | null, due_date: string | null) =>
    windowOf({ start_date, due_date }, today)
  expect(of('2026-11-01', '2026-11-30')).toEqual({ from: today, to: '2026-11-30', planned: true })
  expect(of('2026-12-01', null)).toMatchObject({ from: '2026-12-01', to: '2026-12-14' })
  expect(of('2026-10-01', '2026-10-30')).toMatchObject({ from: today, planned: false })
  expect(of(null, null)).toMatchObject({ from: today, to: '2026-12-01', planned: false })
})
