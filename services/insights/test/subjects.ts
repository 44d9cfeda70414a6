import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Insight, Parts } from '@milepost/api-contracts/insights'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { portfolioLedger } from '#facts/portfolio-ledger.ts'
import { projectLedger } from '#facts/project-ledger.ts'
import type { Subject } from '#writer/summary-writer.ts'
import { asOf } from './evidence.ts'

interface Given {
  utilization?: UtilizationReport | undefined
}

const ledgerOf = (evidence: ProjectEvidence, { utilization }: Given) =>
  projectLedger({ evidence, utilization, computedSince: undefined }, { tasksMax: 50 })

export const projectSubject = (evidence: ProjectEvidence, given: Given = {}): Subject => ({
  kind: 'project',
  project: ledgerOf(evidence, given),
})

export const portfolioSubject = (all: ProjectEvidence[], given: Given = {}): Subject => ({
  kind: 'portfolio',
  portfolio: portfolioLedger({
    as_of: asOf,
    projects: all.map((evidence) => ledgerOf(evidence, given)),
    utilization: given.utilization,
  }),
})

export const textOf = (parts: Parts): string => parts.map(({ text }) => text).join('')

/** What somebody reads, a line per sentence. */
export const linesOf = (paragraphs: Insight['paragraphs']): string[] =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ parts }) => textOf(parts)))
