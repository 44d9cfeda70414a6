import { explain } from '#shared/api/api-problem.ts'
import { useMe } from '#shared/api/session-store.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { useWatch, useWatchers } from './discussion-query.ts'
import { words } from './discussion-texts.ts'

/** Whether the reader hears about the task, and who else does. */
export function WatchButton({ taskId }: { taskId: string }) {
  const me = useMe()
  const watchers = useWatchers(taskId)
  const watch = useWatch(taskId)
  if (!watchers.data) return null
  const { items, can } = watchers.data
  const watching = items.some(({ id }) => id === me?.id)
  const names = items.map(({ display_name }) => display_name).join(', ')
  const label = names === '' ? words.nobodyWatches : `${words.watchers} ${names}`
  if (!can.watch) return <span className="text-ink-3 text-xs">{names !== '' && label}</span>
  return (
    <Tooltip text={label}>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={watching}
        onClick={() =>
          watch.mutate(!watching, { onError: (error) => somethingFailed(explain(error)) })
        }
      >
        {watching ? words.watching : words.watch}
        {items.length > 0 && <span className="text-ink-3 tabular-nums">{items.length}</span>}
      </Button>
    </Tooltip>
  )
}
