import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type FilterName, filterNames } from './board-filter.ts'

/** Filters live in the address, so that a view of a board can be sent to somebody. */
export function useBoardFilters() {
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => filterNames.filter((name) => params.has(name)), [params])

  function toggle(name: FilterName) {
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        if (next.has(name)) next.delete(name)
        else next.set(name, '')
        return next
      },
      { replace: true },
    )
  }
  return { filters, toggle }
}
