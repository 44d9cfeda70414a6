import { type ReactNode, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { EvidencePanel } from './EvidencePanel.tsx'
import { type Evidence, EvidenceContext, neighbour } from './evidence.ts'
import { SidePanel } from './SidePanel.tsx'
import { StateBlock } from './StateBlock.tsx'
import { useKeys } from './use-keys.ts'
import { useStaying } from './use-staying.ts'

interface EvidenceScopeProps {
  /** In reading order. */
  evidence: readonly Evidence[]
  /** More may follow: what is still on its way is not missing yet. */
  loading?: boolean
  children: ReactNode
}

const parameter = 'evidence'

/** A page whose numbers are doors. Which one is open stands in the address, so that it can be passed on. */
export function EvidenceScope({ evidence, loading = false, children }: EvidenceScopeProps) {
  const [search, setSearch] = useSearchParams()
  const focusPanel = useRef(false)
  const opener = useRef<HTMLElement | null>(null)
  const wanted = search.get(parameter)
  const shown = evidence.find(({ key }) => key === wanted)
  const stays = useStaying(shown?.key)
  const gone = wanted !== null && !shown && !loading

  function show(key: string | undefined) {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (key === undefined) after.delete(parameter)
        else after.set(parameter, key)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  }
  function open(key: string, byKeyboard: boolean) {
    const { activeElement } = document
    opener.current = activeElement instanceof HTMLElement ? activeElement : null
    focusPanel.current = byKeyboard
    if (opener.current) stays(opener.current)
    show(key)
  }
  function close() {
    show(undefined)
    if (focusPanel.current) opener.current?.focus()
  }
  const step = (steps: number) => () => {
    if (shown) show(neighbour(evidence, shown.key, steps))
  }

  useKeys({ j: step(1), k: step(-1), Escape: close }, shown !== undefined)
  useKeys({ Escape: close }, gone)
  useKeys({ e: () => show(evidence[0]?.key) }, shown === undefined && evidence.length > 0)

  return (
    <EvidenceContext
      value={{
        find: (key) => evidence.find((one) => one.key === key),
        openKey: shown?.key ?? null,
        open,
      }}
    >
      {children}
      {shown && (
        <EvidencePanel
          evidence={shown}
          position={evidence.indexOf(shown) + 1}
          total={evidence.length}
          takesFocus={focusPanel.current}
          onPrevious={step(-1)}
          onNext={step(1)}
          onClose={close}
        />
      )}
      {gone && (
        <SidePanel
          label="Evidence"
          bar={<span className="flex-1 font-medium">Evidence</span>}
          onClose={close}
        >
          <StateBlock title="This number is not here any more" className="px-5!">
            The link names one that this page no longer shows: it was worked out anew since, or what
            it was about is over. Every number on the page opens its evidence.
          </StateBlock>
        </SidePanel>
      )}
    </EvidenceContext>
  )
}
