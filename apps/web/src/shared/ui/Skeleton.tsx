import { clsx } from 'clsx'

/** A grey piece of a page that is on its way. It does not pulse. */
export function Skeleton({ className }: { className: string }) {
  return <i className={clsx('block rounded-[3px] bg-line', className)} />
}
