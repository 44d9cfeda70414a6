import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [1536, '1.5 KB'],
  [25 * 2 ** 20, '25 MB'],
  [2 * 2 ** 30, '2 GB'],
])('%i bytes are written "%s"', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
