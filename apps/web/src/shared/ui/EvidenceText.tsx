import type { Parts } from '@milepost/api-contracts/insights'
import { EvidenceNumber } from './EvidenceNumber.tsx'
import { evidenceParts } from './evidence-parts.ts'

/** A sentence whose numbers are doors. */
export const EvidenceText = ({ parts }: { parts: Parts }) =>
  evidenceParts(parts).map(({ at, text, fact, tail }) =>
    fact === undefined ? (
      <span key={at}>{text}</span>
    ) : (
      <span key={at} className="whitespace-nowrap">
        <EvidenceNumber of={fact}>{text}</EvidenceNumber>
        {tail}
      </span>
    ),
  )
