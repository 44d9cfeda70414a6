import type { SearchResult } from '@milepost/api-contracts/search'
import type { ReactNode } from 'react'
import type { IconName } from '#shared/ui/icon-paths.tsx'
import type { RecentItem } from './recent-items.ts'
import { texts } from './texts.ts'

/** One line of the palette. */
export interface PaletteItem {
  id: string
  label: string
  detail?: string
  icon?: IconName
  mark?: ReactNode
  keys?: string
  /** Words it is also found by. */
  also?: string
  /** An address, or what to do. */
  to?: string
  run?: () => void
}

export interface PaletteGroup {
  heading: string
  items: PaletteItem[]
}

/** Whether every word that was typed begins a word of it. */
export function answersTo({ label, also = '' }: PaletteItem, typed: string): boolean {
  const words = `${label} ${also}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return wanted.every((start) => words.some((word) => word.startsWith(start)))
}

interface Input {
  typed: string
  commands: readonly PaletteItem[]
  recent: readonly RecentItem[]
  found: SearchResult | undefined
  markOf: (task: SearchResult['tasks'][number]) => ReactNode
  personPath: (personId: string) => string | undefined
}

/** What the palette lists: without a text where one was and what there is to do, else what answers to it. */
export function groupsFor(input: Input): PaletteGroup[] {
  const { typed, commands, recent, found, markOf, personPath } = input
  if (typed.trim() === '') {
    return withItems([
      { heading: texts.recent, items: recent.map((item) => ({ ...item, icon: 'clock' })) },
      { heading: texts.commands, items: [...commands] },
    ])
  }
  return withItems([
    {
      heading: texts.tasks,
      items: (found?.tasks ?? []).map((task) => ({
        id: task.id,
        label: task.title,
        detail: `${task.key} ${texts.inProject(task.project.name)}`,
        mark: markOf(task),
        to: `/projects/${task.project.id}/board?task=${task.id}`,
      })),
    },
    {
      heading: texts.projects,
      items: (found?.projects ?? []).map(({ id, key, name }) => ({
        ...{ id, label: name, detail: key, icon: 'grid' as const, to: `/projects/${id}/board` },
      })),
    },
    {
      heading: texts.people,
      items: (found?.people ?? []).flatMap(({ id, display_name }) => {
        const to = personPath(id)
        return to === undefined ? [] : [{ id, label: display_name, icon: 'people' as const, to }]
      }),
    },
    { heading: texts.commands, items: commands.filter((command) => answersTo(command, typed)) },
  ])
}

const withItems = (groups: PaletteGroup[]) => groups.filter(({ items }) => items.length > 0)
