import type { WeeklyTimesheet, WeekRow } from '@milepost/api-contracts/timesheets'
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query'
import { randomKey } from '#shared/api/random-key.ts'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'
import { fetchWeek, sendEntry, sendEntryChange, sendSubmission } from './timesheet-api.ts'
import { rowKey, weekNumber, withCell } from './week.ts'

const weekKey = (week: string) => ['timesheets', 'weekly', week]
const savesKey = (week: string) => ['timesheets', 'save', week]

export const useWeek = (week: string) =>
  useQuery({
    queryKey: weekKey(week),
    queryFn: ({ signal }) => fetchWeek(week, signal),
  })

export interface CellChange {
  row: WeekRow
  /** 0 for Monday. */
  day: number
  date: string
  minutes: number
}

/** Cells on their way: a week is handed in with all of them. */
const saving = new Set<Promise<unknown>>()

/**
 * Writes one cell: a new entry, or another number of minutes for the one that is there. Shown at
 * once; a refusal puts the week back as it was.
 */
export function useSaveCell(week: string) {
  const client = useQueryClient()
  const queryKey = weekKey(week)
  return useMutation({
    mutationKey: savesKey(week),
    // One after the other: the second change of a cell needs the version the first one brought.
    scope: { id: week },
    mutationFn: (change: CellChange) => {
      const sent = saveCell(change, client.getQueryData<WeeklyTimesheet>(queryKey))
      saving.add(sent)
      return sent.finally(() => saving.delete(sent))
    },
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<WeeklyTimesheet>(queryKey)
      client.setQueryData<WeeklyTimesheet>(queryKey, (shown) => shown && withCell(shown, change))
      return before
    },
    onError: (_error, _change, before) => client.setQueryData(queryKey, before),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}

/** The saves of this week in the last minutes, the newest last. */
export const useCellSaves = (week: string) =>
  useMutationState({
    filters: { mutationKey: savesKey(week) },
    select: ({ state: { status, submittedAt } }) => ({ status, submittedAt }),
  })

async function saveCell({ row, day, date, minutes }: CellChange, known?: WeeklyTimesheet) {
  const current = known?.rows.find((other) => rowKey(other) === rowKey(row)) ?? row
  const [entry] = current.cells[day]?.entries ?? []
  if (entry) return sendEntryChange(entry.id, { minutes, version: entry.version })
  if (minutes === 0) return null
  const subject = row.task ? { task_id: row.task.id } : { activity: row.activity ?? '' }
  return sendEntry({ ...subject, work_date: date, minutes, note: '' }, randomKey())
}

/** Hands the week in, and is done once the page shows it so. */
export function useSubmitWeek(week: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await Promise.allSettled(saving)
      return sendSubmission(week, randomKey())
    },
    onSuccess: (summary) => {
      client.setQueryData<WeeklyTimesheet>(
        weekKey(week),
        (shown) => shown && { ...shown, ...summary },
      )
      somethingHappened({ text: texts.submitted(weekNumber(week)) })
    },
    // Its days are locked now, and the weeks after it list it. Also when it was handed in elsewhere.
    onSettled: () => client.invalidateQueries({ queryKey: ['timesheets', 'weekly'] }),
  })
}
