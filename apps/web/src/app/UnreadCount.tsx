import { useUnreadCount } from '#shared/api/unread-query.ts'
import { VisuallyHidden } from '#shared/ui/VisuallyHidden.tsx'

/** How many lines of the inbox wait to be read; nothing when none does. */
export function UnreadCount() {
  const { data: count = 0 } = useUnreadCount()
  if (count === 0) return null
  return (
    <span className="ml-auto rounded-full bg-accent px-1.5 font-medium text-2xs text-on-accent tabular-nums">
      {count >= 100 ? '99+' : count}
      <VisuallyHidden> unread</VisuallyHidden>
    </span>
  )
}
