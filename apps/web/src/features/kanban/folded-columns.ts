import type { Kanban, TaskStatus } from '@milepost/api-contracts/tasks'
import { useState } from 'react'

const keyFor = (projectId: string) => `milepost.board.${projectId}.folded`

/** Until someone chose: what is not started or was given up takes no room. */
const foldedAtFirst: readonly TaskStatus[] = ['backlog', 'cancelled']

/** Which columns are folded on this device, by project. */
export function useFoldedColumns(board: Pick<Kanban, 'project_id'>) {
  const key = keyFor(board.project_id)
  const [folded, setFolded] = useState(() => read(key))
  return {
    isFolded: (status: TaskStatus) => folded.includes(status),
    toggleFold(status: TaskStatus) {
      const next = folded.includes(status)
        ? folded.filter((other) => other !== status)
        : [...folded, status]
      localStorage.setItem(key, JSON.stringify(next))
      setFolded(next)
    },
  }
}

function read(key: string): readonly string[] {
  const text = localStorage.getItem(key)
  if (text === null) return foldedAtFirst
  const stored: unknown = JSON.parse(text)
  return Array.isArray(stored) ? stored : foldedAtFirst
}
