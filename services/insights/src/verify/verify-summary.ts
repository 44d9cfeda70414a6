import type { Attention, Insight, Parts } from '@milepost/api-contracts/insights'
import type { Subject } from '#writer/summary-writer.ts'
import { checkSentence, type Topic } from './check-sentence.ts'
import { vocabularyOf } from './vocabulary.ts'

type Paragraphs = Insight['paragraphs']

export interface VerifiedSummary
  extends Pick<Insight, 'paragraphs' | 'attention' | 'verification'> {
  /** What was left out, and why: for the log. */
  dropped: { text: string; objections: string[] }[]
}

/**
 * Keeps the sentences whose every number, date and name is what the facts they cite say, and drops
 * the others. What a reader sees is therefore true, whoever wrote it.
 */
export function verifySummary(
  { paragraphs, attention }: { paragraphs: Paragraphs; attention: Attention[] },
  subject: Subject,
): VerifiedSummary {
  const vocabulary = vocabularyOf(subject)
  const dropped: VerifiedSummary['dropped'] = []
  const verification = { numbers: 0, verified: 0 }
  const nobody: Topic = { project_ids: [], team_ids: [] }
  const subjectTopic = subject.kind === 'project' ? topicOf(subject) : nobody

  /** The topic to go on with, or undefined when the sentence does not hold. */
  function check(sentence: Parts, topic: Topic): Topic | undefined {
    const checked = checkSentence(sentence, vocabulary, topic)
    verification.numbers += checked.numbers
    verification.verified += checked.verified
    if (checked.objections.length === 0) return checked.topic
    dropped.push({
      text: sentence.map(({ text }) => text).join(''),
      objections: checked.objections,
    })
    return undefined
  }

  function checkParagraph({ sentences }: Paragraphs[number]): Paragraphs[number] {
    // "It" is whom the sentence before was about, as long as that one is still there.
    let topic = subjectTopic
    const kept = sentences.filter(({ parts }) => {
      const next = check(parts, topic)
      topic = next ?? subjectTopic
      return next !== undefined
    })
    return { sentences: kept }
  }

  return {
    paragraphs: paragraphs.map(checkParagraph).filter(({ sentences }) => sentences.length > 0),
    attention: attention.filter(
      ({ parts, project_id, team_id }) =>
        check(parts, { project_ids: idsOf(project_id), team_ids: idsOf(team_id) }) !== undefined,
    ),
    verification,
    dropped,
  }
}

const topicOf = ({ project }: Extract<Subject, { kind: 'project' }>): Topic => ({
  project_ids: [project.evidence.project.id],
  team_ids: [project.evidence.project.team.id],
})

const idsOf = (id: string | null) => (id === null ? [] : [id])
