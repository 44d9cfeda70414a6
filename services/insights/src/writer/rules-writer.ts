import type { SummaryWriter } from './summary-writer.ts'
import { writePortfolio } from './write-portfolio.ts'
import { writeProject } from './write-project.ts'

/** Writes by template and nothing else: the same facts give the same text. */
export const rulesWriter: SummaryWriter = async (subject) => {
  const paragraphs =
    subject.kind === 'project' ? writeProject(subject.project) : writePortfolio(subject.portfolio)
  return {
    paragraphs: paragraphs
      .filter((sentences) => sentences.length > 0)
      .map((sentences) => ({ sentences: sentences.map((sentence) => ({ parts: sentence })) })),
    source: 'rules',
    provider: 'milepost-rules',
    model: null,
    prompt_version: null,
    reason: 'no model is configured',
  }
}
