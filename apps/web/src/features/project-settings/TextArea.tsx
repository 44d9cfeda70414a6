import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from '#shared/ui/control-class.ts'

export const TextArea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    {...rest}
    className={clsx(controlClass(Boolean(rest['aria-invalid'])), 'h-auto! py-1.5', className)}
  />
)
