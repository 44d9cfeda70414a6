import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  columnIds,
  defaultColumns,
  dueFilters,
  filterNames,
  groupings,
  type ListState,
  readState,
  writeState,
} from './list-state.ts'

const usual = readState(new URLSearchParams())

test('an address that says nothing is the usual list, and the usual list says nothing', () => {
  expect(usual).toMatchObject({ sort: { column: 'key', descending: false }, group: 'none' })
  expect(usual.columns).toEqual(defaultColumns)
  expect(writeState(usual)).toEqual({})
})

const word = fc.string({ minLength: 1, maxLength: 12 })
const state: fc.Arbitrary<ListState> = fc.record({
  text: fc.string({ maxLength: 20 }),
  filters: fc.record({
    ...Object.fromEntries(filterNames.map((name) => [name, fc.array(word, { maxLength: 3 })])),
    status: fc.subarray(['todo', 'blocked', 'done']),
    priority: fc.subarray(['urgent', 'low']),
  }) as fc.Arbitrary<ListState['filters']>,
  due: fc.constantFrom(null, ...dueFilters),
  sort: fc.record({ column: fc.constantFrom(...columnIds), descending: fc.boolean() }),
  group: fc.constantFrom(...groupings),
  columns: fc.subarray([...columnIds], { minLength: 1 }),
  widths: fc.dictionary(fc.constantFrom(...columnIds), fc.integer({ min: 48, max: 960 }), {
    noNullPrototype: true,
  }),
})

test('whatever a list shows, its address brings back exactly', () => {
  fc.assert(
    fc.property(state, (shown) => {
      const address = new URLSearchParams(writeState(shown)).toString()
      expect(readState(new URLSearchParams(address))).toEqual(shown)
    }),
  )
})

test('what an address says wrongly is as if it was not said', () => {
  const params = new URLSearchParams(
    'status=todo,finished&sort=-colour&group=moon&columns=title,colour&widths=title:9,due:100&due=soon',
  )
  expect(readState(params)).toMatchObject({
    ...{ filters: { status: ['todo'] }, sort: usual.sort, group: 'none', due: null },
    ...{ columns: ['title'], widths: { due: 100 } },
  })
  const typed = new URLSearchParams('label=100%&assignee=%')
  expect(() => readState(typed)).not.toThrow()
})
