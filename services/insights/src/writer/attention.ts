import type { Attention, Parts } from '@milepost/api-contracts/insights'
import { isOutside, type PortfolioLedger } from '#facts/portfolio-ledger.ts'
import type { ProjectLedger } from '#facts/project-ledger.ts'
import { slippageLimit } from '#facts/schedule-facts.ts'
import { listText } from '#facts/text.ts'
import { utilizationLimit } from '#facts/utilization-fact.ts'
import { parts } from './parts.ts'
import { overLimit } from './phrases.ts'
import type { Subject } from './summary-writer.ts'

const itemsMax = 12

/** What needs a decision, worst first. Made by code whoever writes the summary. */
export function attentionOf(subject: Subject): Attention[] {
  if (subject.kind === 'project') {
    return isOutside(subject.project) ? [projectItem(subject.project)] : []
  }
  const { projects, teams } = subject.portfolio
  return [
    ...projects.filter(isOutside).map(projectItem),
    ...teams
      .filter(({ utilization }) => utilization.limit?.exceeded)
      .map((team) => teamItem(team, subject.portfolio)),
  ].slice(0, itemsMax)
}

function projectItem(ledger: ProjectLedger): Attention {
  const { project } = ledger.evidence
  return {
    severity: ledger.computed_health === 'red' ? 'red' : 'amber',
    project_id: project.id,
    team_id: null,
    subject: project.name,
    parts: projectParts(ledger),
    hint: hintFor(ledger),
  }
}

function projectParts({ facts }: ProjectLedger): Parts {
  const { declared_health, slippage, days_late, blocked, velocity, utilization } = facts
  const isSurprise = declared_health?.text === 'green' && slippage?.limit?.exceeded
  const clauses = [
    isSurprise && declared_health
      ? parts`is declared ${declared_health} but slips ${slippage}, ${overLimit(slippageLimit)}`
      : slippage?.limit?.exceeded && days_late && parts`will likely finish ${days_late}`,
    blocked?.limit?.exceeded && parts`has ${blocked} tasks blocked`,
    velocity?.limit?.exceeded && parts`finishes fewer tasks than before, ${velocity}`,
    utilization?.limit?.exceeded && !slippage?.limit?.exceeded
      ? parts`has its team at ${utilization} utilization`
      : undefined,
  ].filter((clause) => typeof clause === 'object')
  return clauses.reduce(
    (before, clause, at) => (at === 0 ? clause : parts`${before}; ${clause}`),
    [],
  )
}

function hintFor({ evidence: { project }, facts }: ProjectLedger): string | null {
  if (!project.manager) return null
  const [oldest] = facts.oldest_blocked?.tasks ?? []
  const about = facts.blocked?.limit?.exceeded && oldest ? ` about ${oldest.key}` : ''
  return `Ask ${project.manager.display_name}${about}`
}

function teamItem(
  { id, name, utilization }: PortfolioLedger['teams'][number],
  { projects }: PortfolioLedger,
): Attention {
  const keys = projects
    .filter(({ evidence }) => evidence.project.team.id === id)
    .map(({ evidence }) => evidence.project.key)
  return {
    severity: 'amber',
    project_id: null,
    team_id: id,
    subject: name,
    parts: parts`is at ${utilization} utilization, ${overLimit(utilizationLimit)}`,
    hint: keys.length > 0 ? `Works on ${listText(keys.slice(0, 4))}` : null,
  }
}
