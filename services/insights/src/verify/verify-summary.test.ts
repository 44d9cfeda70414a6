import type { Parts } from '@milepost/api-contracts/insights'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#facts/working-days.ts'
import { evidenceOf, reportOf, teamAt, today } from '#test/evidence.ts'
import { linesOf, portfolioSubject, projectSubject, textOf } from '#test/subjects.ts'
import { parts } from '#writer/parts.ts'
import { rulesWriter } from '#writer/rules-writer.ts'
import type { Subject } from '#writer/summary-writer.ts'
import { verifySummary } from './verify-summary.ts'

const team = { id: '01a20320-9957-702e-a716-0709921a56c1', name: 'Network & Security' }
const waf = evidenceOf({
  team,
  open: 18,
  blocked: 3,
  finish: addDays(today, 20),
  project: { completion_percentage: 65 },
})
const ora = evidenceOf({
  key: 'ORA',
  name: 'Oracle 19c Migration',
  manager: 'Callum Reid',
  team: { id: '01a20320-9957-702e-a716-0709921a56c2', name: 'Cloud Platform' },
  open: 30,
  project: { completion_percentage: 42 },
})
const portfolio = portfolioSubject([waf, ora], { utilization: reportOf(teamAt(team, 94)) })
const project = projectSubject(waf)

/** The lines that are left. */
function keptOf(sentences: Parts[], subject: Subject = portfolio): string[] {
  const paragraphs = [{ sentences: sentences.map((sentence) => ({ parts: sentence })) }]
  return linesOf(verifySummary({ paragraphs, attention: [] }, subject).paragraphs)
}

const factOf = (key: string, subject: Subject = portfolio) => {
  const ledgers = subject.kind === 'project' ? [subject.project] : subject.portfolio.projects
  const fact = ledgers.flatMap(({ facts }) => Object.values(facts)).find((one) => one.key === key)
  if (!fact) throw new Error(`there is no fact ${key}`)
  return fact
}
const [wafDone, oraDone] = [factOf('WAF.completion'), factOf('ORA.completion')]
const [wafBlocked, wafOldest] = [factOf('WAF.blocked'), factOf('WAF.oldest_blocked')]

test('a sentence that says what its facts say is kept', () => {
  const sentence = parts`WAF/API Security is ${wafDone} complete; ${wafBlocked} tasks are blocked.`
  expect(keptOf([sentence])).toEqual([textOf(sentence)])
})

test.each<[string, Parts]>([
  ['a number nobody cited', parts`WAF/API Security is ${wafDone} complete, 5 tasks are late.`],
  ['a number in words', parts`WAF/API Security is ${wafDone} complete, three tasks are late.`],
  ['a percentage nobody cited', parts`WAF/API Security is ${wafDone} complete, up 12%.`],
  ['an invented date', parts`WAF/API Security is ${wafDone} complete and ends on 14 March.`],
  ['an invented month', parts`WAF/API Security is ${wafDone} complete and ends in March.`],
  ['an invented health', parts`WAF/API Security is ${wafDone} complete and its health is red.`],
  ['an invented name', parts`WAF/API Security is ${wafDone} complete, says Jane Miller.`],
  ['the manager of another', parts`WAF/API Security is ${wafDone} complete, ask Callum Reid.`],
  ['a team of another', parts`WAF/API Security of Cloud Platform is ${wafDone} complete.`],
  ['a fact of another project', parts`Oracle 19c Migration is ${wafDone} complete.`],
  [
    'two projects swapped',
    parts`WAF/API Security is at ${oraDone} and Oracle 19c Migration at ${wafDone}.`,
  ],
  ['a project that is only named', parts`WAF/API Security is ${wafDone} complete, ORA too.`],
  [
    'a fact that does not exist',
    [{ text: 'WAF/API Security is ' }, { text: '65%', fact: 'WAF.x' }],
  ],
  [
    'a text that is not the fact’s',
    [{ text: 'WAF/API Security is ' }, { text: '66%', fact: 'WAF.completion' }],
  ],
  ['nothing that could be checked', parts`WAF/API Security is in excellent shape.`],
  [
    'a quotation nobody wrote',
    parts`WAF/API Security is ${wafDone} complete: “All of it will be fine”.`,
  ],
  ['a limit of another rule', parts`WAF/API Security is ${wafDone} complete, over 90%.`],
])('a sentence with %s is dropped', (_what, sentence) => {
  expect(keptOf([sentence])).toEqual([])
})

test('a limit may be named where its own fact is cited', () => {
  const slips = parts`WAF/API Security slips ${factOf('WAF.slippage')}, over 10%.`
  expect(keptOf([slips])).toHaveLength(1)
})

test('what somebody wrote may be quoted where its task is behind the number', () => {
  const sentence = parts`WAF/API Security is blocked for ${wafOldest}: “Drives are not delivered”.`
  expect(keptOf([sentence])).toHaveLength(1)
})

test('“It” is whom the sentence before was about', () => {
  const [named, meant] = [
    parts`WAF/API Security is ${wafDone} complete.`,
    parts`It has ${wafBlocked} blocked.`,
  ]
  expect(keptOf([named, meant])).toHaveLength(2)
  expect(keptOf([meant])).toEqual([])
  expect(keptOf([parts`Oracle 19c Migration is at ${oraDone}.`, meant])).toHaveLength(1)
})

test('“It” is nobody once the sentence before is dropped', () => {
  const dropped = parts`WAF/API Security is ${wafDone} complete, up 12%.`
  expect(keptOf([dropped, parts`It has ${wafBlocked} blocked.`])).toEqual([])
})

test('in a project’s own summary it need not be named', () => {
  const sentence = parts`The project is ${factOf('WAF.completion', project)} complete.`
  expect(keptOf([sentence], project)).toHaveLength(1)
})

test('numbers that hold are counted against all that were written', () => {
  const paragraphs = [
    {
      sentences: [
        { parts: parts`WAF/API Security is ${wafDone} complete; ${wafBlocked} tasks are blocked.` },
        { parts: parts`It is ${wafDone} complete, up 12%.` },
      ],
    },
  ]
  const { verification, dropped } = verifySummary({ paragraphs, attention: [] }, portfolio)
  expect(verification).toEqual({ numbers: 4, verified: 3 })
  expect(dropped).toEqual([
    { text: 'It is 65% complete, up 12%.', objections: ['“12%” cites nothing'] },
  ])
})

test('an attention item whose number was altered is dropped', () => {
  const item = {
    severity: 'red' as const,
    project_id: waf.project.id,
    team_id: null,
    subject: waf.project.name,
    parts: [{ text: 'has ' }, { text: '9', fact: 'WAF.blocked' }, { text: ' tasks blocked' }],
    hint: null,
  }
  expect(verifySummary({ paragraphs: [], attention: [item] }, portfolio).attention).toEqual([])
})

const written = (await rulesWriter(portfolio)).paragraphs.flatMap(({ sentences }) => sentences)
const places = written.flatMap(({ parts: sentence }, at) =>
  sentence.flatMap(({ text }, part) =>
    [...text.matchAll(/\d/g)].map((match) => ({ at, part, digit: match.index })),
  ),
)

test('any digit changed anywhere drops its sentence', () => {
  expect(places.length).toBeGreaterThan(20)
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const changed = structuredClone(written)
      const part = changed[place.at]?.parts[place.part]
      if (!part) throw new Error('no such place')
      const digit = (Number(part.text[place.digit]) + shift) % 10
      part.text = part.text.slice(0, place.digit) + digit + part.text.slice(place.digit + 1)

      const sentence = textOf(changed[place.at]?.parts ?? [])
      expect(keptOf(changed.map((one) => one.parts))).not.toContain(sentence)
    }),
    { numRuns: 300 },
  )
})
