import type { Parts } from '@milepost/api-contracts/insights'
import { EvidenceNumber } from './EvidenceNumber.tsx'

/** A sentence whose numbers are doors. */
export const EvidenceText = ({ parts }: { parts: Parts }) =>
  inPlace(parts).map(({ at, part }) =>
    'fact' in part ? (
      <EvidenceNumber key={at} of={part.fact}>
        {part.text}
      </EvidenceNumber>
    ) : (
      <span key={at}>{part.text}</span>
    ),
  )

/** A part is known by where it stands in its sentence. */
const inPlace = (parts: Parts) => parts.map((part, at) => ({ at, part }))
