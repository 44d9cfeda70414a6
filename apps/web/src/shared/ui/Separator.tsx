import { clsx } from 'clsx'

/** A short upright line between groups of a bar. */
export const Separator = ({ className }: { className?: string }) => (
  <i className={clsx('h-4 w-px flex-none bg-line-strong', className)} />
)
