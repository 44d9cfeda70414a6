import type { Tx } from '@milepost/db-schemas/database'
import type { RiskAssessment } from '@milepost/db-schemas/insights'
import type { ProjectLedger } from '#facts/project-ledger.ts'
import type { Assessment } from '#insights/queries.ts'
import type { Finding } from '#rules/finding.ts'
import {
  addHealthChange,
  type HealthEntry,
  listAssessments,
  listHealthHistory,
  lockHealth,
  saveAssessment,
} from './health-memory.ts'

/** What the rules found, unless something newer is known already. */
export async function rememberVerdicts(
  tx: Tx,
  { evidence, findings, computed_health, facts }: ProjectLedger,
  insightId: string,
): Promise<void> {
  const { as_of, project } = evidence
  await lockHealth(tx, project.id)
  const known = await listAssessments(tx, project.id)
  if (known.some(({ assessment }) => isNewer(assessment as Assessment, as_of))) return

  const history = await listHealthHistory(tx, project.id)
  for (const finding of findings) {
    const fact = Object.values(facts).find(({ metric }) => metric === finding.metric)
    const { severity, metric: _, ...verdict } = finding
    await saveAssessment(tx, {
      project_id: project.id,
      insight_id: insightId,
      fired: finding.fired === true,
      fired_since: firedSince(finding, { known, history, as_of }),
      severity,
      assessment: { ...verdict, as_of, fact_key: fact?.key ?? null },
    })
  }
  if (history[0]?.computed_health !== computed_health) {
    const rules = findings.filter(({ fired }) => fired).map(({ rule }) => rule)
    await addHealthChange(tx, {
      project_id: project.id,
      computed_health,
      rules,
      changed_at: new Date(as_of),
    })
  }
}

const isNewer = (assessment: Assessment, as_of: string) =>
  Date.parse(assessment.as_of) > Date.parse(as_of)

interface Memory {
  known: readonly RiskAssessment[]
  /** Newest first. */
  history: readonly HealthEntry[]
  as_of: string
}

/** Since when the rule has fired without a break, as far back as anything is remembered. */
function firedSince({ rule, fired }: Finding, { known, history, as_of }: Memory): Date | null {
  if (!fired) return null
  const before = known.find((assessment) => assessment.rule === rule)
  if (before) return before.fired_since ?? new Date(as_of)
  const broken = history.findIndex(({ rules }) => !rules.includes(rule))
  const unbroken = broken === -1 ? history : history.slice(0, broken)
  return unbroken.at(-1)?.changed_at ?? new Date(as_of)
}
