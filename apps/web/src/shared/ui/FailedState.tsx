import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { StateBlock } from './StateBlock.tsx'

interface FailedStateProps {
  /** What failed. */
  title: string
  /** What still holds. */
  children: ReactNode
  onRetry: () => void
  /** Another way on, such as an older version. */
  actions?: ReactNode
  reference?: string | undefined
  className?: string
}

export function FailedState({
  title,
  children,
  onRetry,
  actions,
  reference,
  className,
}: FailedStateProps) {
  return (
    <StateBlock
      role="alert"
      mark="red"
      title={title}
      reference={reference}
      {...(className !== undefined && { className })}
      actions={
        <>
          <Button onClick={onRetry}>
            <Icon name="renew" size={14} />
            Try again
          </Button>
          {actions}
        </>
      }
    >
      {children}
    </StateBlock>
  )
}
