import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestone } from '#test/portfolio.ts'
import { countMilestones, layOutMilestones, noteOf, packLabels, stateOf } from './milestone-axis.ts'

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

test('however many labels there are, no two of one side and level touch', () => {
  const label = fc
    .tuple(fc.integer({ min: -100, max: 1000 }), fc.integer({ min: 1, max: 300 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
      const places = packLabels(labels)
      labels.forEach((one, at) => {
        labels.slice(at + 1).forEach((other, after) => {
          const a = places[at]
          const b = places[at + 1 + after]
          const apart = one.end < other.start || other.end < one.start
          expect(apart || a?.side !== b?.side || a?.level !== b?.level).toBe(true)
        })
      })
    }),
  )
})

test('labels with room enough alternate, starting above', () => {
  const roomy = [0, 300, 600].map((start) => ({ start, end: start + 100 }))
  expect(packLabels(roomy).map(({ side, level }) => `${side} ${level}`)).toEqual([
    'up 0',
    'down 0',
    'up 0',
  ])
})

test('missed milestones are counted only when there are any', () => {
  const achieved = milestone({ status: 'achieved', achieved_on: '2026-11-01' })
  expect(countMilestones([achieved, milestone()])).toBe('1 achieved, 1 coming')
  expect(countMilestones([milestone({ status: 'missed' })])).toBe('0 achieved, 1 missed, 0 coming')
})
