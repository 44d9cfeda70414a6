import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestone, uuid } from '#test/portfolio.ts'
import { placeLabels, placeMarks } from './label-places.ts'
import { layOutMilestones } from './milestone-axis.ts'
import { byUrgency, countMilestones, noteOf, stateOf } from './milestone-notes.ts'

const today = '2026-11-20'

test.each([
  [{ status: 'achieved', achieved_on: '2026-12-11' }, 'achieved', 'Achieved 11 Dec'],
  [{ status: 'achieved', achieved_on: '2026-12-15' }, 'achieved', 'Achieved 15 Dec, 4 d late'],
  [{ status: 'achieved', achieved_on: '2026-12-09' }, 'achieved', 'Achieved 9 Dec, 2 d early'],
  [{ status: 'missed', due_date: '2026-11-03' }, 'missed', 'Missed, was due 3 Nov'],
  [{ due_date: '2026-11-19' }, 'at_risk', 'Due 19 Nov, 1 day over'],
  [{ due_date: '2026-12-18' }, 'coming', '18 Dec, first promised 11 Dec'],
  [{ at_risk: true }, 'at_risk', '11 Dec, at risk'],
  [{}, 'coming', '11 Dec'],
] as const)('%o is %s: "%s"', (changed, state, note) => {
  expect(stateOf(milestone(changed), today)).toBe(state)
  expect(noteOf(milestone(changed), today)).toBe(note)
})

test('the axis runs over whole months around all milestones and today', () => {
  const axis = layOutMilestones(
    [milestone({ status: 'achieved', achieved_on: '2026-09-18' }), milestone()],
    today,
    800,
  )
  expect([axis.from, axis.to]).toEqual(['2026-09-01', '2027-01-01'])
  expect(axis.months.map(({ date }) => date)).toHaveLength(4)
})

test('a label that would leave the panel ends at its mark instead', () => {
  const axis = layOutMilestones([milestone({ due_date: '2026-12-30' })], today, 400)
  expect(axis.items[0]?.endsAtMark).toBe(true)
})

const label = fc
  .tuple(fc.integer({ min: -100, max: 1000 }), fc.integer({ min: 1, max: 300 }), fc.boolean())
  .map(([start, length, endsAtMark]) => {
    const end = start + length
    return { start, end, mark: endsAtMark ? end : start }
  })

test('however many labels there are, none touches another or a line to another’s mark', () => {
  const labels = fc.array(label, { maxLength: 30 })
  fc.assert(
    fc.property(labels, fc.constantFrom(1, 2, 3), (wanted, levelsMax) => {
      const places = placeLabels(wanted, levelsMax)
      const placed = wanted.flatMap((one, at) => {
        const place = places[at]
        return place ? [{ ...one, ...place }] : []
      })
      expect(placed.every(({ level }) => level < levelsMax)).toBe(true)
      for (const one of placed) {
        for (const other of placed) {
          if (one === other || one.side !== other.side) continue
          const touches = one.start <= other.end && other.start <= one.end
          const crosses = one.mark >= other.start && one.mark <= other.end
          expect(one.level === other.level && touches).toBe(false)
          expect(one.level > other.level && crosses).toBe(false)
        }
      }
    }),
  )
})

test('no mark hides another, and the first of the list stay on the axis', () => {
  const positions = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(positions, (wanted) => {
      const marks = placeMarks(wanted, 13).map((row, at) => ({ row, position: wanted[at] ?? 0 }))
      expect(marks[0]?.row).toBe(0)
      marks.forEach((one, at) => {
        for (const other of marks.slice(at + 1)) {
          expect(one.row === other.row && Math.abs(one.position - other.position) < 13).toBe(false)
        }
      })
    }),
  )
  expect(placeMarks([100, 104, 108, 200], 13)).toEqual([0, 1, -1, 0])
})

test('labels with room enough alternate from left to right, starting above', () => {
  const roomy = [600, 0, 300].map((start) => ({ start, end: start + 100, mark: start }))
  expect(placeLabels(roomy, 1).map((place) => place?.side)).toEqual(['up', 'up', 'down'])
})

test('without room for all, the most telling keep their labels', () => {
  const crowded = [0, 10, 20].map((start) => ({ start, end: start + 100, mark: start }))
  expect(placeLabels(crowded, 1).map((place) => place?.side)).toEqual(['up', 'down', undefined])
})

test('every project’s nearest comes before any project’s second nearest', () => {
  const of = (project: number, due_date: string, at_risk = false) =>
    milestone({
      id: uuid(Number(due_date.slice(-2)) * 10 + project),
      project: { id: uuid(project), key: 'P', name: `P${project}` },
      due_date,
      original_due_date: due_date,
      at_risk,
    })
  const ordered = byUrgency(
    [of(1, '2026-11-25'), of(1, '2026-11-26'), of(2, '2026-12-28'), of(3, '2026-12-29', true)],
    today,
  )
  expect(ordered.map(({ due_date }) => due_date.slice(5))).toEqual([
    '12-29',
    '11-25',
    '12-28',
    '11-26',
  ])
})

test('a programme’s milestones come first, however far: its projects work towards them', () => {
  const own = milestone({
    id: uuid(202),
    project: { id: uuid(2), key: 'INF', name: 'Infrastructure Programme 2026' },
    due_date: '2027-03-12',
  })
  expect(byUrgency([milestone({ due_date: '2026-11-21', at_risk: true }), own], today)[0]).toBe(own)
})

test('missed milestones are counted only when there are any', () => {
  const achieved = milestone({ status: 'achieved', achieved_on: '2026-11-01' })
  expect(countMilestones([achieved, milestone()])).toBe('1 achieved, 1 coming')
  expect(countMilestones([milestone({ status: 'missed' })])).toBe('0 achieved, 1 missed, 0 coming')
})
