import { expect, test } from 'vitest'
import { hoursProblem, labelsProblem, progressProblem, toLabels } from './problems.ts'

test.each([
  ['', null],
  ['1,5', null],
  ['20000', null],
  ['20001', /at most 20,000/],
  ['abc', /like 1\.5/],
  ['-1', /like 1\.5/],
])('"%s" hours: %s', (text, problem) => {
  if (problem === null) expect(hoursProblem(text)).toBeNull()
  else expect(hoursProblem(text)).toMatch(problem)
})

test.each(['-1', '101', '5.5', '', 'half'])('"%s" is no progress, and it is said why', (text) => {
  expect(progressProblem(text)).toMatch(/0 to 100/)
})

test('labels are what stands between commas, each once', () => {
  expect(toLabels(' Rule set,Vendor,, Rule set ')).toEqual(['Rule set', 'Vendor'])
  expect(toLabels('')).toEqual([])
})

test('too many labels, or one too long, is said before it is sent', () => {
  expect(labelsProblem(Array.from({ length: 21 }, (_, n) => `l${n}`).join())).toMatch(/20/)
  expect(labelsProblem('x'.repeat(41))).toMatch(/40/)
  expect(labelsProblem('Vendor')).toBeNull()
})
