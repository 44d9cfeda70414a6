import { expect, test } from 'vitest'
import { addsNothing, evidenceParts } from './evidence-parts.ts'

test('a full stop stays with the number before it, and nothing is lost or said twice', () => {
  const parts = evidenceParts([
    { text: 'blocked for ' },
    { text: '12 days', fact: 'TLB.oldest' },
    { text: '. WAF/API Security, ' },
    { text: '65%', fact: 'WAF.completion' },
    { text: ', slips (' },
    { text: '4', fact: 'WAF.blocked' },
    { text: ').' },
  ])
  expect(parts.map(({ tail }) => tail)).toEqual(['', '.', '', ',', '', ').', ''])
  expect(parts.map(({ text, tail }) => text + tail).join('')).toBe(
    'blocked for 12 days. WAF/API Security, 65%, slips (4).',
  )
})

test('two numbers side by side keep their own texts', () => {
  const parts = evidenceParts([
    { text: '2', fact: 'a' },
    { text: '.5', fact: 'b' },
  ])
  expect(parts.map(({ text, tail }) => text + tail)).toEqual(['2', '.5'])
})

test.each([
  ['+0 d', true],
  ['0%', true],
  ['0.0 d', true],
  ['+0.4 d', false],
  ['+10 d', false],
  ['blocked 0 d', false],
  [null, false],
])('a task that adds %s adds nothing: %s', (contribution, nothing) => {
  expect(addsNothing({ contribution })).toBe(nothing)
})
