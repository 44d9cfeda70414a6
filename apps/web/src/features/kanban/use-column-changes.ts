import type { ColumnList, CreateColumn, UpdateColumn } from '@milepost/api-contracts/columns'
import type { Kanban, KanbanColumnView } from '@milepost/api-contracts/tasks'
import { useQueryClient } from '@tanstack/react-query'
import { explain } from '#shared/api/api-problem.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { sendColumn, sendColumnOrder, sendColumnRemoval, sendNewColumn } from './column-api.ts'
import { boardOutdated } from './kanban-query.ts'
import { texts } from './texts.ts'

export type ColumnChanges = ReturnType<typeof useColumnChanges>

/** What may be done to a board's columns. The board is read again after each change. */
export function useColumnChanges({ project_id: projectId, columns }: Kanban) {
  const client = useQueryClient()

  async function settle(sent: Promise<ColumnList>, text: string, undo?: () => void) {
    try {
      await sent
    } catch (error) {
      somethingFailed(explain(error))
      return
    }
    await boardOutdated(client, projectId)
    somethingHappened({ text, ...(undo && { undo }) })
  }

  const add = (column: CreateColumn) =>
    settle(sendNewColumn(projectId, column), texts.columnAdded(column.name))

  const remove = ({ id, name }: KanbanColumnView) =>
    settle(sendColumnRemoval(id), texts.columnRemoved(name))

  function change(column: KanbanColumnView, next: UpdateColumn) {
    const names = Object.keys(next) as (keyof UpdateColumn)[]
    const former = Object.fromEntries(names.map((name) => [name, column[name]]))
    const undo = () => void settle(sendColumn(column.id, former), texts.columnRestored(column.name))
    return settle(sendColumn(column.id, next), texts.columnChanged(next.name ?? column.name), undo)
  }

  function swap(column: KanbanColumnView, other: KanbanColumnView) {
    const before = columns.map(({ id }) => id)
    const after = before.with(before.indexOf(column.id), other.id)
    after[before.indexOf(other.id)] = column.id
    const undo = () =>
      void settle(sendColumnOrder(projectId, before), texts.columnRestored(column.name))
    void settle(sendColumnOrder(projectId, after), texts.columnMoved(column.name), undo)
  }

  /** The columns beside one, and the one that would get its cards; none for the last of its status. */
  function around(column: KanbanColumnView) {
    const at = columns.findIndex(({ id }) => id === column.id)
    return {
      left: columns[at - 1],
      right: columns[at + 1],
      heir: columns.find(({ id, status }) => status === column.status && id !== column.id),
    }
  }

  return { add, change, remove, swap, around }
}
