import type { LinkedTaskView } from '@milepost/api-contracts/timeline'
import { expect, test } from 'vitest'
import { uuid } from '#test/portfolio.ts'
import { linkGroups, openPredecessors } from './link-rows.ts'

const link = (number: number, changed: Partial<LinkedTaskView> = {}): LinkedTaskView => ({
  ...{ id: uuid(100 + number), type: 'FS', lag_minutes: 0 },
  task: {
    ...{ id: uuid(number), key: `WAF-${number}`, title: `Task ${number}`, status: 'todo' },
    ...{ start_date: null, due_date: null },
  },
  ...changed,
})
const hidden = { id: uuid(9), start_date: null, due_date: null }
const relations = {
  items: [
    {
      id: uuid(200),
      kind: 'duplicated_by' as const,
      task: { id: uuid(5), key: 'WAF-5', title: 'Five', status: 'done' as const },
    },
  ],
  can: { relate: true },
}

test('links come by kind, what is waited for first, with what is unusual about them', () => {
  const links = {
    dependencies: {
      predecessors: [
        link(1),
        link(2, { type: 'SS', lag_minutes: -960 }),
        link(3, { task: hidden }),
      ],
      successors: [],
      can: { link: true },
    },
    relations,
  }
  expect(
    linkGroups(links).map(({ kind, rows }) => [
      kind,
      rows.map(({ task, note }) => [task?.key, note]),
    ]),
  ).toEqual([
    [
      'waits_for',
      [
        ['WAF-1', ''],
        ['WAF-2', 'SS, −2 d'],
        [undefined, ''],
      ],
    ],
    ['duplicated_by', [['WAF-5', '']]],
  ])
})

test('open are the predecessors whose end is waited for and that have not ended', () => {
  const done = { ...link(4).task, status: 'done' as const }
  const predecessors = [
    link(1),
    link(2, { type: 'SS' }),
    link(3, { task: hidden }),
    link(4, { task: done }),
  ]
  const dependencies = { predecessors, successors: [], can: { link: true } }
  expect(openPredecessors({ dependencies, relations }).map(({ key }) => key)).toEqual(['WAF-1'])
})
