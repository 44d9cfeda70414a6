import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { Tooltip } from './Tooltip.tsx'

export interface ButtonProps
  extends ButtonLook,
    Omit<ComponentProps<'button'>, 'disabled' | 'onClick'> {
  onClick?: (() => void) | undefined
  /** Why it cannot be used now. Its presence disables the button, which stays reachable to say so. */
  disabledReason?: string | undefined
}

export function Button({
  variant,
  size,
  square,
  disabledReason,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const off = disabledReason !== undefined
  const button = (
    <button
      {...rest}
      type={off ? 'button' : type}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
      className={clsx(
        buttonClass({
          ...(variant && { variant }),
          ...(size && { size }),
          ...(square && { square }),
        }),
        className,
      )}
    />
  )
  return off ? <Tooltip text={disabledReason}>{button}</Tooltip> : button
}
