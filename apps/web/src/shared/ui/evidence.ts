import type { Fact } from '@milepost/api-contracts/insights'
import { createContext, useContext } from 'react'

/** What stands behind a number: a fact of an insight, or one that the page computed from what it shows. */
export type Evidence = Omit<Fact, 'index' | 'value' | 'unit' | 'project_id' | 'team_id'> & {
  /** Stands beside the number; null where there is no room for it. */
  index: number | null
}

interface EvidenceScopeValue {
  find: (key: string) => Evidence | undefined
  openKey: string | null
  open: (key: string, byKeyboard: boolean) => void
}

export const EvidenceContext = createContext<EvidenceScopeValue>({
  find: () => undefined,
  openKey: null,
  open: () => undefined,
})

export const useEvidence = () => useContext(EvidenceContext)

/**
 * The numbers of a page in the order they are walked: those with an index first. Two sources may
 * know one number; the earlier one stands.
 */
export function inReadingOrder(...sources: readonly (readonly Evidence[])[]): Evidence[] {
  const byKey = new Map<string, Evidence>()
  for (const evidence of sources.flat()) {
    if (!byKey.has(evidence.key)) byKey.set(evidence.key, evidence)
  }
  const place = ({ index }: Evidence) => index ?? Number.MAX_SAFE_INTEGER
  return [...byKey.values()].sort((a, b) => place(a) - place(b))
}

/** The one `steps` away from `key`, going round at both ends. */
export function neighbour(
  all: readonly Evidence[],
  key: string,
  steps: number,
): string | undefined {
  const at = all.findIndex((evidence) => evidence.key === key)
  return all[(at + steps + all.length) % all.length]?.key
}
