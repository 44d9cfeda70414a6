import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useEvidence } from './evidence.ts'

interface EvidenceNumberProps {
  /** Key of its evidence. */
  of: string
  children: string
  /** Without the small index, where columns must stay aligned. */
  bare?: boolean
  className?: string
}

/** A number that opens its evidence. One whose evidence is not known stays plain text. */
export function EvidenceNumber({ of, children, bare = false, className }: EvidenceNumberProps) {
  const { find, openKey, open } = useEvidence()
  const evidence = find(of)
  if (!evidence) return <span className={clsx('font-medium', className)}>{children}</span>
  const index = bare ? null : evidence.index
  return (
    <button
      type="button"
      aria-label={evidenceName(children, evidence.index)}
      aria-expanded={openKey === of}
      aria-controls={openKey === of ? 'evidence' : undefined}
      onClick={({ detail }) => open(of, detail === 0)}
      className={clsx(
        'inline whitespace-nowrap font-medium underline decoration-1 decoration-accent underline-offset-[3px]',
        'transition-[background-color] hover:bg-accent-soft hover:decoration-solid',
        openKey === of ? 'bg-accent-soft decoration-solid' : 'decoration-dotted',
        className ?? 'text-ink',
      )}
    >
      {children}
      {index !== null && <Index>{index}</Index>}
    </button>
  )
}

const evidenceName = (text: string, index: number | null) =>
  index === null ? `${text}, evidence` : `${text}, evidence ${index}`

const Index = ({ children }: { children: ReactNode }) => (
  <sup className="top-auto ml-px inline-block align-[4px] font-medium text-[10px] text-accent leading-[0]">
    {children}
  </sup>
)
