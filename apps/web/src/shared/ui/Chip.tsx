import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.tsx'

interface ChipProps {
  children: ReactNode
  icon?: IconName
  /** A filter in force shows a cross; pressing it takes the filter away. */
  on?: boolean
  /** Dashed: it adds one. */
  adds?: boolean
  /** Shows that a menu opens. */
  opens?: boolean
  onClick: () => void
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}

export function Chip({
  children,
  icon,
  on = false,
  adds = false,
  opens = false,
  ...rest
}: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on || undefined}
      {...rest}
      className={clsx(
        'relative inline-flex h-6 flex-none items-center gap-1.5 whitespace-nowrap rounded-sm border px-2 text-xs',
        'max-sm:after:absolute max-sm:after:-inset-y-2 max-sm:after:inset-x-0',
        on
          ? 'border-accent-line bg-accent-soft text-accent'
          : 'border-line-strong text-ink-2 hover:bg-hover',
        adds && 'border-dashed',
      )}
    >
      {icon && <Icon name={icon} size={12} />}
      {children}
      {on && <Icon name="close" size={12} />}
      {opens && <Icon name="down" size={12} />}
    </button>
  )
}
