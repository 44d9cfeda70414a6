import { clsx } from 'clsx'

/** The look of what one types or chooses in: 36 high in forms, 28 in toolbars. */
export const controlClass = (bad: boolean, compact = false) =>
  clsx(
    'w-full rounded-md border bg-surface px-2.5 max-sm:text-lg',
    compact ? 'h-(--size-control)' : 'h-9',
    bad ? 'border-red-mark' : 'border-line-control',
  )
