import { useLiveState } from '#shared/api/live.ts'
import { formatTime } from '#shared/format/dates.ts'
import { LiveMark } from './LiveMark.tsx'

interface ConnectionMarkProps {
  /** While changes come in: "Live", or "As of 09:12" where numbers have a moment. */
  children?: string
}

/** Whether the page follows changes. Never blocks it. */
export function ConnectionMark({ children = 'Live' }: ConnectionMarkProps) {
  const { state, at } = useLiveState()
  if (state === 'live') return <LiveMark state="live">{children}</LiveMark>
  if (state === 'offline')
    return <LiveMark state="offline">Offline, not following changes</LiveMark>
  return (
    <LiveMark state="reconnecting">
      {at === null ? 'Connecting' : `Reconnecting, last change ${formatTime(at)}`}
    </LiveMark>
  )
}
