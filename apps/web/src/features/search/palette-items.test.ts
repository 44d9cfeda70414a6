import { expect, test } from 'vitest'
import { answersTo, groupsFor } from './palette-items.ts'

const commands = [
  { id: 'dark', label: 'Dark theme', also: 'night' },
  { id: 'board', label: 'Board of Firewall swap', to: '/b' },
]
const recent = [{ id: 't', label: 'Order spares', detail: 'FWS-2', to: '/t' }]
const input = { commands, recent, found: undefined, markOf: () => null, personPath: () => '/p' }

test('a command answers to the beginnings of its words, in any order', () => {
  expect(answersTo({ id: '', label: 'Dark theme' }, 'the da')).toBe(true)
  expect(answersTo({ id: '', label: 'Dark theme', also: 'night' }, 'nig')).toBe(true)
  expect(answersTo({ id: '', label: 'Dark theme' }, 'ark')).toBe(false)
})

test('without a text: where one was, and what there is to do', () => {
  expect(groupsFor({ ...input, typed: ' ' }).map(({ heading }) => heading)).toEqual([
    ...['Recent', 'Commands'],
  ])
})

test('with a text: what was found, then the commands that answer; no empty group', () => {
  const found = {
    tasks: [
      {
        ...{ id: 't', key: 'FWS-2', title: 'Order spares', status: 'todo' as const },
        project: { id: 'p', name: 'Firewall swap' },
      },
    ],
    projects: [],
    people: [{ id: 'x', display_name: 'Dana' }],
  }
  const groups = groupsFor({ ...input, typed: 'da', found })
  expect(groups.map(({ heading }) => heading)).toEqual(['Tasks', 'People', 'Commands'])
  expect(groups[0]?.items[0]).toMatchObject({
    detail: 'FWS-2 in Firewall swap',
    to: '/projects/p/board?task=t',
  })
})
