import { expect, test } from 'vitest'
import { guessKind, toBase64 } from './import-file.ts'

test.each([
  ['plan.xlsx', 'PK', 'xlsx'],
  ['Plan.XML', '<?xml', 'mspdi'],
  ['WAF.json', '{', 'json'],
  ['jira.csv', 'Summary,Issue key,Status\nA,B,C', 'jira'],
  ['tasks.csv', 'Title;Due\nIssue key;1', 'csv'],
  ['tasks', '', 'csv'],
] as const)('%s is read as %s', (name, head, kind) => {
  expect(guessKind(name, head)).toBe(kind)
})

test('bytes reach the API as they are, however many', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 256)
  expect(Uint8Array.from(atob(toBase64(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes)
})
