import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

interface InputProps extends ComponentProps<'input'> {
  compact?: boolean
}

export function Input({ compact = false, className, ...rest }: InputProps) {
  return (
    <input
      {...rest}
      className={clsx(controlClass(Boolean(rest['aria-invalid']), compact), className)}
    />
  )
}
