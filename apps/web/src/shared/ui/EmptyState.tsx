import type { ReactNode } from 'react'
import { StateBlock } from './StateBlock.tsx'

interface EmptyStateProps {
  title: string
  /** What belongs here. */
  children: ReactNode
  /** The next step. */
  actions?: ReactNode
  className?: string
}

export function EmptyState(props: EmptyStateProps) {
  return <StateBlock role="status" {...props} />
}
