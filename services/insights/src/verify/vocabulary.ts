import type { Fact } from '@milepost/api-contracts/insights'
import type { LedgerFact } from '#facts/fact.ts'
import type { ProjectLedger } from '#facts/project-ledger.ts'
import type { Subject } from '#writer/summary-writer.ts'

interface Name {
  text: string
  kind: 'project' | 'team' | 'other'
  /** Of the projects or teams that are called so. */
  ids: string[]
}

/** What a summary of this subject may say. */
export interface Vocabulary {
  facts: Map<string, LedgerFact>
  /** Every name there is, the longest first: none is then found inside another. */
  names: Name[]
  /** The names that citing a fact entitles to, by the fact's key. */
  namesOf: (fact: LedgerFact) => Set<string>
}

export const factsOf = (subject: Subject): LedgerFact[] =>
  subject.kind === 'project'
    ? Object.values(subject.project.facts)
    : [
        ...Object.values(subject.portfolio.facts),
        ...subject.portfolio.projects.flatMap(({ facts }) => Object.values(facts)),
        ...subject.portfolio.teams.map(({ utilization }) => utilization),
      ]

export const projectsOf = (subject: Subject): ProjectLedger[] =>
  subject.kind === 'project' ? [subject.project] : subject.portfolio.projects

/** Collects the facts and the names. Names of tasks are not among them: those are only quoted. */
export function vocabularyOf(subject: Subject): Vocabulary {
  const facts = factsOf(subject)
  const projects = new Map(
    projectsOf(subject).map(({ evidence }) => [evidence.project.id, evidence]),
  )
  const names = new Map<string, Name>()
  const know = (text: string, kind: Name['kind'], id?: string) => {
    const ids = names.get(text)?.ids ?? []
    names.set(text, { text, kind, ids: id === undefined ? ids : [...ids, id] })
  }
  for (const { project, milestones } of projects.values()) {
    if (project.manager) know(project.manager.display_name, 'other')
    for (const { name } of milestones) know(name, 'other')
    know(project.team.name, 'team', project.team.id)
    know(project.key, 'project', project.id)
    know(project.name, 'project', project.id)
  }

  function namesOf(fact: LedgerFact): Set<string> {
    const project = projects.get(fact.project_id ?? '')?.project
    return new Set([
      ...fact.names,
      ...(project ? [project.name, project.key, project.team.name] : []),
      ...(project?.manager ? [project.manager.display_name] : []),
    ])
  }

  return {
    facts: new Map(facts.map((fact) => [fact.key, fact])),
    names: [...names.values()].sort((a, b) => b.text.length - a.text.length),
    namesOf,
  }
}

/** Whether a fact's text is something a reader could count: health is a word. */
export const isNumber = ({ unit }: Pick<Fact, 'unit'>): boolean => unit !== 'health'
