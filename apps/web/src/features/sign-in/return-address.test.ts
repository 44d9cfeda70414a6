import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

test('after signing in the reader is back where they wanted to go', () => {
  expect(returnAddress({ from: '/portfolio?order=name' })).toBe('/portfolio?order=name')
})

test.each([
  [null],
  [{}],
  [{ from: 7 }],
  [{ from: '//evil.example' }],
  [{ from: 'https://evil.example' }],
])('%o leads to the start page, never out of the app', (state) => {
  expect(returnAddress(state)).toBe('/')
})
