import { clsx } from 'clsx'
import { type IconName, iconPaths } from './icon-paths.tsx'

interface IconProps {
  name: IconName
  /** In pixels. 12 is drawn bolder, to weigh the same. */
  size?: 12 | 14 | 16
  className?: string
}

/** Decoration: whatever holds it carries the name. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 12 ? 1.8 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      // Nothing is drawn beyond the edge, and to cut there costs a layer each.
      className={clsx('block overflow-visible', className)}
      aria-hidden="true"
    >
      {iconPaths[name]}
    </svg>
  )
}
