import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

interface SelectProps extends ComponentProps<'select'> {
  compact?: boolean
}

/** The browser's own list: it is reachable, searchable and right on a phone. */
export function Select({ compact = false, className, ...rest }: SelectProps) {
  return (
    <select
      {...rest}
      className={clsx(controlClass(Boolean(rest['aria-invalid']), compact), 'pr-1.5', className)}
    />
  )
}
