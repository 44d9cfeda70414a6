import type { TaskRows } from '@milepost/api-contracts/list'
import { useMemo } from 'react'
import { useMembers } from '#shared/api/members-query.ts'
import { localDate } from '#shared/format/dates.ts'
import { useNow } from '#shared/ui/use-now.ts'
import type { ListContext } from './arrange-rows.ts'

/** What a list is read with: the names of people, milestones and categories, and what day it is. */
export function useListContext(list: TaskRows): ListContext & { people: [string, string][] } {
  const members = useMembers(list.project_id).data?.items
  const today = localDate(useNow())
  const { key, milestones, categories } = list
  return useMemo(() => {
    const people = (members ?? []).map(({ id, display_name }): [string, string] => [
      id,
      display_name,
    ])
    return { rows: { key, milestones, categories }, names: new Map(people), people, today }
  }, [key, milestones, categories, members, today])
}
