import { beforeEach, expect, test } from 'vitest'
import { itemChosen, recentItems } from './recent-items.ts'

beforeEach(() => localStorage.clear())

const item = (id: string) => ({ id, label: id, detail: '', to: `/${id}` })

test('the latest comes first, once, and only so many are kept', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) itemChosen('me', item(id))
  expect(recentItems('me').map(({ id }) => id)).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
})

test('another person of the same browser has their own', () => {
  itemChosen('me', item('a'))
  expect(recentItems('you')).toEqual([])
})

test('what is kept wrongly is nothing', () => {
  localStorage.setItem('milepost.recent.me', '{"id":1}')
  expect(recentItems('me')).toEqual([])
  localStorage.setItem('milepost.recent.me', 'no json')
  expect(recentItems('me')).toEqual([])
})
