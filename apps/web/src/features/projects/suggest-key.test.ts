import { createProjectSchema } from '@milepost/api-contracts/projects'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestKey } from './suggest-key.ts'

test.each([
  ['Cloud Migration Planning', 'CMP'],
  ['Tape Library & Backup Server Replacements', 'TLBS'],
  ['WAF/API Security', 'WAS'],
  ['Vulnerabilities', 'VUL'],
  ['Émigration', 'EMI'],
  ['2027', ''],
])('%s suggests "%s"', (name, key) => {
  expect(suggestKey(name)).toBe(key)
})

test('what is suggested is too short or a key the server takes, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const key = suggestKey(name)
      expect(key.length < 2 || createProjectSchema.shape.key.safeParse(key).success).toBe(true)
    }),
  )
})
