import { create } from 'zustand'
import type { ColumnId } from './list-state.ts'

export interface Cell {
  /** Of the line: a task's id, or a group's. */
  lineId: string
  column: ColumnId
}

interface ListStore {
  active: Cell | null
  editing: Cell | null
  selected: ReadonlySet<string>
  /** Where a range begins. */
  anchor: string | null
}

const empty: ListStore = { active: null, editing: null, selected: new Set(), anchor: null }
const useListStore = create<ListStore>()(() => empty)

export const useActiveCell = () => useListStore((store) => store.active)
export const useEditedCell = () => useListStore((store) => store.editing)
export const useSelected = () => useListStore((store) => store.selected)
export const currentList = () => useListStore.getState()

export const listLeft = () => useListStore.setState(empty)
export const cellReached = (active: Cell) => useListStore.setState({ active })
export const cellOpened = (cell: Cell) => useListStore.setState({ active: cell, editing: cell })
export const cellClosed = () => useListStore.setState({ editing: null })
export const selectionCleared = () => useListStore.setState({ selected: new Set(), anchor: null })

export const tasksChosen = (ids: readonly string[]) =>
  useListStore.setState({ selected: new Set(ids), anchor: ids[0] ?? null })

export function taskToggled(id: string): void {
  useListStore.setState(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    return { selected: next, anchor: id }
  })
}

/** From where the last choice was made to here, in the order shown. */
export function rangeChosen(shown: readonly string[], to: string): void {
  useListStore.setState(({ selected, anchor }) => {
    const from = shown.indexOf(anchor ?? to)
    const until = shown.indexOf(to)
    const range = shown.slice(Math.min(from, until), Math.max(from, until) + 1)
    return { selected: new Set([...selected, ...range]), anchor: anchor ?? to }
  })
}

/** What is no longer there is no longer chosen. */
export function selectionKept(there: ReadonlySet<string>): void {
  useListStore.setState((store) => {
    const kept = [...store.selected].filter((id) => there.has(id))
    return kept.length === store.selected.size ? store : { selected: new Set(kept) }
  })
}
