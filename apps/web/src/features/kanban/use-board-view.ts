import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type BoardFilter, readFilter, writeFilter } from './board-filter.ts'
import { type Grouping, groupings } from './lanes.ts'

/** What of the board is shown, and in which lanes: both live in the address. */
export function useBoardView() {
  const [params, setParams] = useSearchParams()
  // What else the address says, such as the open task, is no other filter.
  const asked = writeFilter(new URLSearchParams(), readFilter(params)).toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(asked)), [asked])
  const by: Grouping = groupings.find((name) => name === params.get('lanes')) ?? 'none'

  const change = (part: Partial<BoardFilter>) =>
    setParams((current) => writeFilter(current, { ...readFilter(current), ...part }), {
      replace: true,
    })

  function group(next: Grouping) {
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        if (next === 'none') changed.delete('lanes')
        else changed.set('lanes', next)
        return changed
      },
      { replace: true },
    )
  }

  const open = (taskId: string) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      next.set('task', taskId)
      return next
    })
  return { filter, by, change, group, open }
}
