import { clsx } from 'clsx'
import { initials } from './initials.ts'

interface AvatarProps {
  name: string
  size?: 'md' | 'lg'
  /** On this page now. */
  here?: boolean
  /** When the name stands beside it. */
  decorative?: boolean
}

export function Avatar({ name, size = 'md', here = false, decorative = false }: AvatarProps) {
  return (
    <span
      {...(!decorative && { role: 'img', 'aria-label': name, title: name })}
      className={clsx(
        'inline-grid flex-none place-items-center rounded-full bg-hover font-semibold text-ink-2 leading-none tracking-[0.01em]',
        size === 'lg' ? 'size-7 text-[11px]' : 'size-5 text-[9px]',
        here ? 'border-[1.5px] border-green-mark' : 'border border-line-strong',
      )}
    >
      <span aria-hidden="true">{initials(name)}</span>
    </span>
  )
}
