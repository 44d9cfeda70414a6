import { expect, test } from 'vitest'
import { pointerTo } from './pointer.ts'

test.each([
  [[], '#'],
  [['changes', 0, 'due_date'], '#/changes/0/due_date'],
  [['a/b', 'c~d', 'e f'], '#/a~1b/c~0d/e%20f'],
  [[''], '#/'],
])('%j is %s', (path, pointer) => {
  expect(pointerTo(path)).toBe(pointer)
})
