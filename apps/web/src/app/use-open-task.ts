import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

interface OpenTask {
  taskId: string | null
  /** Leaves the task in the history, where Back finds it. */
  close: () => void
  /** The task is no more: Back must not lead to it. */
  forget: () => void
}

/** The task that the address names beside a page. */
export function useOpenTask(): OpenTask {
  const [params, setParams] = useSearchParams()
  const leave = useCallback(
    (replace: boolean) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          next.delete('task')
          return next
        },
        { replace },
      ),
    [setParams],
  )
  const close = useCallback(() => leave(false), [leave])
  const forget = useCallback(() => leave(true), [leave])
  return { taskId: params.get('task'), close, forget }
}
