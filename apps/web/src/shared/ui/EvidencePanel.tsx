import { type RefObject, useEffect, useRef } from 'react'
import { EvidenceBody } from './EvidenceBody.tsx'
import type { Evidence } from './evidence.ts'
import { IconButton } from './IconButton.tsx'
import { SidePanel } from './SidePanel.tsx'
import { somethingFailed, somethingHappened } from './toast-store.ts'

interface EvidencePanelProps {
  evidence: Evidence
  /** Of how many, from 1. */
  position: number
  total: number
  /** When it was opened from the keyboard. */
  takesFocus: boolean
  onPrevious: () => void
  onNext: () => void
  onClose: () => void
}

/** Where a number comes from. Not modal: the page beside it stays usable. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { evidence, position, total, takesFocus, onPrevious, onNext, onClose } = props
  const panel = useFocus(takesFocus)
  return (
    <SidePanel
      ref={panel}
      id="evidence"
      label="Evidence"
      onClose={onClose}
      bar={
        <>
          <span className="font-medium">Evidence</span>
          <span className="ml-1 text-ink-3 text-xs" aria-live="polite">
            {position} of {total}
          </span>
          <span className="flex-1" />
          <IconButton icon="up" iconSize={14} label="Number before, K" onClick={onPrevious} />
          <IconButton icon="down" iconSize={14} label="Next number, J" onClick={onNext} />
          <IconButton icon="copy" iconSize={14} label="Copy link" onClick={() => void copyLink()} />
        </>
      }
    >
      <EvidenceBody key={evidence.key} evidence={evidence} />
      <footer className="flex-none border-line border-t px-5 py-2.5 text-ink-3 text-xs">
        Computed by code; no model wrote this number.
      </footer>
    </SidePanel>
  )
}

function useFocus(wanted: boolean): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted) element.current?.focus()
  }, [wanted])
  return element
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href)
    somethingHappened({ text: 'Link copied' })
  } catch {
    somethingFailed('The browser did not allow copying. The address bar holds the same link.')
  }
}
