import type { Health } from '@milepost/api-contracts/projects'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { HealthMark } from './HealthMark.tsx'

interface StateBlockProps {
  title: string
  mark?: Health
  children: ReactNode
  actions?: ReactNode
  /** For the reader to quote. */
  reference?: string | undefined
  role?: 'alert' | 'status'
  className?: string
}

/** What a panel shows instead of its content: empty, failed or abstaining. */
export function StateBlock({
  title,
  mark,
  children,
  actions,
  reference,
  role,
  className,
}: StateBlockProps) {
  return (
    <div role={role} className={clsx('grid justify-items-start gap-1 px-6 py-6', className)}>
      <h3 className="flex items-center gap-1.5 font-medium">
        {mark && <HealthMark health={mark} size={mark === 'unknown' ? 10 : 9} />}
        {title}
      </h3>
      <div className="max-w-(--content-reading) text-pretty text-ink-2">{children}</div>
      {actions && <div className="mt-2.5 flex flex-wrap items-center gap-2">{actions}</div>}
      {reference && (
        <p className="mt-2.5 select-all font-mono text-2xs text-ink-3">reference {reference}</p>
      )}
    </div>
  )
}
