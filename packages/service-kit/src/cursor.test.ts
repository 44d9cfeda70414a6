import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

test('a cursor brings back the values it was made of, safe in a URL', () => {
  const values = ['2026-01-01T00:00:00.000Z', 'Ünïcode & more', -1.5, null, '']
  const cursor = encodeCursor(values)
  expect(encodeURIComponent(cursor)).toBe(cursor)
  expect(decodeCursor(cursor)).toEqual(values)
})

test.each([
  '',
  'nonsense',
  '%00',
  encodeCursor(['a']).slice(0, 3),
  btoa('{}'),
  btoa('[]'),
  btoa('[{}]'),
])('what no list made is refused with 400: %j', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ status: 400 }))
})
