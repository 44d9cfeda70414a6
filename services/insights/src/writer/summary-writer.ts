import type { Insight } from '@milepost/api-contracts/insights'
import type { PortfolioLedger } from '#facts/portfolio-ledger.ts'
import type { ProjectLedger } from '#facts/project-ledger.ts'

/** What there is to write about. */
export type Subject =
  | { kind: 'project'; project: ProjectLedger }
  | { kind: 'portfolio'; portfolio: PortfolioLedger }

/** Sentences that cite facts, with who wrote them. The verifier still has to agree. */
export type WrittenSummary = Pick<
  Insight,
  'paragraphs' | 'source' | 'provider' | 'model' | 'prompt_version' | 'reason'
>

/** Turns a fact ledger into sentences. Whoever it is may only use facts, and says who it is. */
export type SummaryWriter = (subject: Subject) => Promise<WrittenSummary>
