import type { Kanban, KanbanColumnView } from '@milepost/api-contracts/tasks'
import { useCallback, useMemo, useState } from 'react'
import { toggled } from './toggled.ts'
import { listsMoved } from './use-lane-span.ts'

const keyFor = (projectId: string) => `milepost.board.${projectId}.folded`

/** Until someone chose: what is not started or was given up takes no room. */
const isFoldedAtFirst = ({ status }: KanbanColumnView) =>
  status === 'backlog' || status === 'cancelled'

/** Which columns are folded on this device, by project. */
export function useFoldedColumns({ project_id, columns }: Pick<Kanban, 'project_id' | 'columns'>) {
  const key = keyFor(project_id)
  const [stored, setStored] = useState(() => read(key))
  const folded: ReadonlySet<string> = useMemo(
    () => new Set(stored ?? columns.filter(isFoldedAtFirst).map(({ id }) => id)),
    [stored, columns],
  )
  const toggleFold = useCallback(
    (columnId: string) => {
      const next = [...toggled(folded, columnId)]
      localStorage.setItem(key, JSON.stringify(next))
      setStored(next)
      requestAnimationFrame(listsMoved)
    },
    [key, folded],
  )
  return { folded, toggleFold }
}

function read(key: string): readonly string[] | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  const stored: unknown = JSON.parse(text)
  return Array.isArray(stored) ? stored : null
}
