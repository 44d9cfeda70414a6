import { clsx } from 'clsx'

export interface ButtonLook {
  variant?: 'default' | 'primary' | 'ghost'
  /** 28 high; 24 in rows and panel headers; 36 in forms and dialogs. */
  size?: 'md' | 'sm' | 'lg'
  /** Square, for an icon alone. */
  square?: boolean
}

const variants = {
  default: 'border-line-strong bg-surface text-ink font-medium hover:bg-hover',
  primary: 'border-accent bg-accent text-on-accent font-medium hover:bg-accent-hover',
  ghost: 'border-transparent text-ink-2 hover:bg-hover',
}
// On a phone the target reaches 40 px, whatever the look.
const sizes = {
  md: 'h-(--size-control) px-2.5 max-sm:after:-inset-y-1.5',
  sm: 'h-6 px-2 text-xs max-sm:after:-inset-y-2',
  lg: 'h-9 px-3.5 max-sm:after:-inset-y-0.5',
}
const squares = { md: 'w-(--size-control) px-0!', sm: 'w-6 px-0!', lg: 'w-9 px-0!' }

/** A button's look, for links that act like one too. */
export const buttonClass = ({ variant = 'default', size = 'md', square = false }: ButtonLook) =>
  clsx(
    'relative inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-md border',
    'transition-[background-color] max-sm:after:absolute max-sm:after:inset-x-0',
    'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3',
    variants[variant],
    sizes[size],
    square && squares[size],
  )
