import { expect, test } from 'vitest'
import { initials } from '#shared/ui/initials.ts'
import { shortName } from './short-name.ts'

test.each([
  ['Priya Raman', 'PR', 'P. Raman'],
  ['Tomás de la Meireles', 'TM', 'T. Meireles'],
  ['Omar', 'OM', 'Omar'],
  ['', '', ''],
])('%s is %s for short, and %s in a row', (name, letters, short) => {
  expect(initials(name)).toBe(letters)
  expect(shortName(name)).toBe(short)
})
