import type { Insight } from '@milepost/api-contracts/insights'
import { EvidenceText } from '#shared/ui/EvidenceText.tsx'

/** The written summary. Every number in it is a door. */
export const ExecutiveSummary = ({ insight }: { insight: Insight }) =>
  inPlace(insight.paragraphs).map(({ at, part: { sentences } }) => (
    <p key={at} className="not-first:mt-2">
      {inPlace(sentences).map(({ at: nth, part: { parts } }) => (
        <span key={nth}>
          {nth > 0 && ' '}
          <EvidenceText parts={parts} />
        </span>
      ))}
    </p>
  ))

const inPlace = <Part,>(parts: readonly Part[]) => parts.map((part, at) => ({ at, part }))
