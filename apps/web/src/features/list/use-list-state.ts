import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ListState, readState, stateParams, writeState } from './list-state.ts'

/** What the list shows lives in the address, so that a view of it can be sent, kept and gone back to. */
export function useListState() {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])

  const show = useCallback(
    (query: Record<string, string>) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const name of stateParams) next.delete(name)
          for (const [name, value] of Object.entries(query)) next.set(name, value)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const change = useCallback(
    (part: Partial<ListState>) => show(writeState({ ...state, ...part })),
    [show, state],
  )
  return { state, change, show }
}
