import { useCallback, useState } from 'react'

const keyFor = (projectId: string) => `milepost.timeline.${projectId}.folded`

/** Which parents are folded on this device, by project. */
export function useFoldedRows(projectId: string) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => read(keyFor(projectId)))
  const toggle = useCallback(
    (id: string) =>
      setFolded((was) => {
        const next = new Set(was)
        if (!next.delete(id)) next.add(id)
        localStorage.setItem(keyFor(projectId), JSON.stringify([...next]))
        return next
      }),
    [projectId],
  )
  return { folded, toggle }
}

function read(key: string): ReadonlySet<string> {
  const text = localStorage.getItem(key)
  const stored: unknown = text === null ? [] : JSON.parse(text)
  return new Set(Array.isArray(stored) ? stored : [])
}
