import type { ReactNode } from 'react'
import { StateBlock } from './StateBlock.tsx'

/** Not known yet, and why. Never a zero, never green. */
export function AbstainState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <StateBlock mark="unknown" title={title}>
      {children}
    </StateBlock>
  )
}
