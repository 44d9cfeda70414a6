import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type FilterName, filterNames } from './timeline-filter.ts'

/** Filters, baseline and the open task live in the address, so that a view can be sent to somebody. */
export function useTimelineParams() {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => filterNames.filter((name) => params.has(name)), [params])

  return useMemo(() => {
    const change = (edit: (next: URLSearchParams) => void, replace: boolean) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          edit(next)
          return next
        },
        { replace },
      )
    return {
      filters,
      toggleFilter: (name: FilterName) =>
        change((next) => (next.has(name) ? next.delete(name) : next.set(name, '')), true),
      chooseBaseline: (id: string) => change((next) => next.set('baseline', id), true),
      openTask: (id: string) => change((next) => next.set('task', id), false),
    }
  }, [filters, setParams])
}

/** The baseline that the address names: none asks for no comparison, nothing for the latest. */
export function useChosenBaseline() {
  const [params] = useSearchParams()
  const chosen = params.get('baseline')
  return {
    hidden: chosen === 'none',
    id: chosen === null || chosen === 'none' ? undefined : chosen,
  }
}
