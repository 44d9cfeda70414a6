import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#facts/working-days.ts'
import { evidenceOf, reportOf, teamAt, today } from '#test/evidence.ts'
import { linesOf, portfolioSubject, projectSubject, textOf } from '#test/subjects.ts'
import { verifySummary } from '#verify/verify-summary.ts'
import { attentionOf } from './attention.ts'
import { rulesWriter } from './rules-writer.ts'
import type { Subject } from './summary-writer.ts'

const network = { id: '01a20320-9957-702e-a716-0709921a56c1', name: 'Network & Security' }
const storage = { id: '01a20320-9957-702e-a716-0709921a56c2', name: 'Storage & Backup' }
const cloud = { id: '01a20320-9957-702e-a716-0709921a56c3', name: 'Cloud Platform' }
const utilization = reportOf(teamAt(network, 94), teamAt(storage, null), teamAt(cloud, 76))

const late = evidenceOf({
  key: 'TLB',
  name: 'Tape Library & Backup Server Replacements',
  team: storage,
  manager: 'Mayowa Oyelaran',
  weeks: [2, 3, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2],
  open: 41,
  blocked: 4,
  finish: addDays(today, 98),
  project: { declared_health: 'amber', completion_percentage: 20 },
})
const slowing = evidenceOf({
  team: network,
  weeks: [2, 2, 2, 3, 2, 2, 4, 3, 3, 2, 1, 1],
  open: 18,
  finish: addDays(today, 28),
  start: addDays(today, -160),
  project: { completion_percentage: 65 },
})
const fine = (key: string, name: string, completion_percentage: number) =>
  evidenceOf({ key, name, team: cloud, open: 8, project: { completion_percentage } })
const vul = fine('VUL', 'Vulnerabilities Remediation', 65)
const cld = fine('CLD', 'Cloud Migration Planning', 70)

const writeFor = async (subject: Subject) => linesOf((await rulesWriter(subject)).paragraphs)

test('a portfolio is told worst first, and what is fine in one line', async () => {
  const lines = await writeFor(portfolioSubject([cld, vul, slowing, late], { utilization }))
  const text = lines.join('\n')

  expect(lines[0]).toMatch(
    /^Tape Library & Backup Server Replacements is 20% complete and will likely finish between .+, at the earlier date \d+ working days late against its baseline: 4 tasks are blocked, the oldest for 12 days\.$/,
  )
  expect(text).toContain('WAF/API Security is 65% complete')
  expect(text).toContain('it finishes fewer tasks than before, −42.9% against the trailing mean')
  expect(lines).toContain(
    'The other two are inside their baseline: Cloud Migration Planning at 70% and Vulnerabilities Remediation at 65%.',
  )
  expect(lines).toContain('Network & Security is at 94% utilization, over the 90% limit.')
})

test('a project is told with its plan, its finish, its health and what stands in its way', async () => {
  const lines = await writeFor(projectSubject(late, { utilization }))

  expect(lines[0]).toMatch(/^The project is 20% complete against \d+(\.\d)?% planned\.$/)
  expect(lines[1]).toMatch(/^It will likely finish between \d+ \w{3} .*and \d+ \w{3}/)
  expect(lines[2]).toBe('Its manager declared it amber; the rules compute red.')
  expect(lines[3]).toBe('4 tasks are blocked, the oldest for 12 days: “Drives are not delivered”.')
})

test('what cannot be forecast is said to be unknown', async () => {
  const young = evidenceOf({ weeks: [2, 2, 2] })
  expect(await writeFor(projectSubject(young))).toContain(
    'It is too early to forecast its finish: it has 3 full weeks of history.',
  )
  const stalled = evidenceOf({ weeks: [0, 0, 0, 0, 0, 0, 0] })
  expect(await writeFor(projectSubject(stalled))).toContain(
    'Its finish cannot be forecast: it finishes 0 tasks a week.',
  )
})

test('a portfolio of nothing says so', async () => {
  expect(await writeFor(portfolioSubject([]))).toEqual([
    'Of the projects you can see none are active.',
  ])
})

test('what needs attention comes worst first, with whom to ask', () => {
  const items = attentionOf(portfolioSubject([cld, slowing, late, vul], { utilization }))
  expect(items.map(({ severity, subject, hint }) => [severity, subject, hint])).toEqual([
    ['red', late.project.name, expect.stringMatching(/^Ask Mayowa Oyelaran about TLB-\d+$/)],
    ['amber', slowing.project.name, 'Ask Priya Raman'],
    ['amber', network.name, 'Works on WAF'],
  ])
  expect(items.map(({ parts }) => textOf(parts))[1]).toMatch(
    /^is declared green but slips 1\d(\.\d)?%, over the 10% limit; finishes fewer tasks than before, −42\.9%$/,
  )
})

const names = fc.constantFrom('Oracle 19c Migration', 'PAM (phase 2)', 'Red Hat 9 upgrade', 'DC-1')
const stories = fc.record({
  name: names,
  weeks: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 14 }),
  open: fc.integer({ min: 4, max: 60 }),
  blocked: fc.integer({ min: 0, max: 4 }),
  finish: fc.option(fc.integer({ min: -60, max: 200 }).map((days) => addDays(today, days))),
  declared: fc.constantFrom('green', 'amber', 'red', 'unknown'),
  worked: fc.option(fc.integer({ min: 0, max: 120 })),
})

type Story = typeof stories extends fc.Arbitrary<infer Story> ? Story : never

const evidenceFrom = ({ declared, ...story }: Story, at: number): ProjectEvidence =>
  evidenceOf({
    ...story,
    key: `PRJ${at}`,
    team: network,
    project: { declared_health: declared },
  })

test('whatever the facts are, every sentence of the rules holds against them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stories, { minLength: 1, maxLength: 4 }), async (many) => {
      const evidence = many.map(evidenceFrom)
      const given = { utilization: reportOf(teamAt(network, many[0]?.worked ?? null)) }
      const [first] = evidence
      const subjects = [
        portfolioSubject(evidence, given),
        ...(first ? [projectSubject(first, given)] : []),
      ]
      for (const subject of subjects) {
        const { paragraphs } = await rulesWriter(subject)
        const attention = attentionOf(subject)
        const verified = verifySummary({ paragraphs, attention }, subject)
        expect(verified.dropped).toEqual([])
        expect(verified.verification.verified).toBe(verified.verification.numbers)
        expect(verified.attention).toEqual(attention)
        expect(linesOf(paragraphs).length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})

test('the same facts give the same text', async () => {
  const subject = portfolioSubject([late, slowing], { utilization })
  expect(await rulesWriter(subject)).toEqual(await rulesWriter(subject))
})
