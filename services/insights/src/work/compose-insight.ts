import type { Insight } from '@milepost/api-contracts/insights'
import type { Metrics } from '@milepost/service-kit/metrics'
import type { ComputedSince } from '#facts/health-facts.ts'
import { portfolioLedger } from '#facts/portfolio-ledger.ts'
import { type ProjectLedger, projectLedger } from '#facts/project-ledger.ts'
import { unknownsOf } from '#facts/unknowns.ts'
import { type VerifiedSummary, verifySummary } from '#verify/verify-summary.ts'
import { factsOf, projectsOf } from '#verify/vocabulary.ts'
import { attentionOf } from '#writer/attention.ts'
import type { Subject, SummaryWriter, WrittenSummary } from '#writer/summary-writer.ts'
import type { Gathered } from './gather.ts'
import { numberFacts } from './number-facts.ts'

export interface ComposedInsight
  extends Omit<VerifiedSummary, 'dropped'>,
    Omit<WrittenSummary, 'paragraphs'> {
  dropped: VerifiedSummary['dropped']
  projects: ProjectLedger[]
  facts: ReturnType<typeof numberFacts>
  unknowns: string[]
  computed_health: Insight['computed_health']
  as_of: string
  /** Whether everything it asked for could be read. */
  isComplete: boolean
}

interface Material extends Gathered {
  kind: Insight['kind']
  /** As it was stored last, by project. */
  computedSince: ReadonlyMap<string, ComputedSince>
}

/** Of a fact's tasks, those kept with it: a portfolio of many projects would grow without end. */
const tasksKept = (projects: number) => (projects > 12 ? 10 : 50)

/** Facts, then rules, then sentences, then the check of every sentence against the facts. */
export async function composeInsight(
  { kind, evidence, utilization, computedSince }: Material,
  write: SummaryWriter,
  metrics: Pick<Metrics, 'llmInferenceDuration'>,
): Promise<ComposedInsight> {
  const tasksMax = tasksKept(evidence.length)
  const projects = evidence.map((one) =>
    projectLedger(
      { evidence: one, utilization, computedSince: computedSince.get(one.project.id) },
      { tasksMax },
    ),
  )
  const as_of = evidence.map((one) => one.as_of).sort()[0] ?? new Date().toISOString()
  const subject = subjectOf(kind, projects, { as_of, utilization })
  const { paragraphs, ...writer } = await timed(write, subject, metrics)
  const { dropped, ...verified } = verifySummary(
    { paragraphs, attention: attentionOf(subject) },
    subject,
  )
  return {
    ...writer,
    ...verified,
    dropped,
    projects: projectsOf(subject),
    facts: numberFacts(factsOf(subject), { kind, ...verified }),
    unknowns: unknownsOf({ projects, utilization, writtenBy: writtenBy(writer) }),
    computed_health:
      subject.kind === 'project'
        ? subject.project.computed_health
        : subject.portfolio.computed_health,
    as_of,
    isComplete: utilization !== undefined,
  }
}

function subjectOf(
  kind: Insight['kind'],
  projects: ProjectLedger[],
  { as_of, utilization }: Pick<Gathered, 'utilization'> & { as_of: string },
): Subject {
  const [project] = projects
  if (kind === 'project') {
    if (!project) throw new Error('an analysis of a project has none')
    return { kind, project }
  }
  return { kind, portfolio: portfolioLedger({ as_of, projects, utilization }) }
}

const writtenBy = ({
  source,
  model,
  reason,
}: Pick<WrittenSummary, 'source' | 'model' | 'reason'>) =>
  source === 'rules' ? `rules, ${reason}` : `${model}`

async function timed(
  write: SummaryWriter,
  subject: Subject,
  { llmInferenceDuration }: Pick<Metrics, 'llmInferenceDuration'>,
): Promise<WrittenSummary> {
  const started = performance.now()
  const summary = await write(subject)
  llmInferenceDuration.observe(
    { provider: summary.provider, model: summary.model ?? 'none', outcome: 'ok' },
    (performance.now() - started) / 1000,
  )
  return summary
}
