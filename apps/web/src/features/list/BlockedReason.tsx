import { AskText } from './AskText.tsx'
import { texts } from './texts.ts'

interface BlockedReasonProps {
  onGiven: (reason: string) => void
  onClose: () => void
}

/** A blocked task says why. */
export const BlockedReason = (props: BlockedReasonProps) => (
  <AskText
    title={texts.whyBlocked}
    label={texts.reason}
    hint={texts.reasonHint}
    refuse={(text) => (text === '' ? texts.reasonMissing : undefined)}
    {...props}
  />
)
