import type { MyWork } from '@milepost/api-contracts/list'
import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLiveChannel } from '#shared/api/live.ts'
import { request } from '#shared/api/request.ts'
import { useMe } from '#shared/api/session-store.ts'
import { isoWeek } from '#shared/format/dates.ts'

const myWorkKey = ['my-work']

/** The reader's open work, read again when somebody gives them more or they come back to the page. */
export function useMyWork() {
  const client = useQueryClient()
  const me = useMe()
  const readAgain = () => void client.invalidateQueries({ queryKey: myWorkKey })
  useLiveChannel(me ? `user:${me.id}` : null, { onEvent: readAgain, onResync: readAgain })
  return useQuery({
    queryKey: myWorkKey,
    queryFn: ({ signal }) => request<MyWork>({ method: 'GET', path: '/my-work', signal }),
    refetchOnMount: 'always',
  })
}

/** How the reader's week of this date stands. */
export function useWeekState(date: string | undefined) {
  const { year, week } = isoWeek(date ?? '1970-01-01')
  const name = `${year}-W${String(week).padStart(2, '0')}`
  return useQuery({
    queryKey: ['timesheets', 'weekly', name],
    queryFn: ({ signal }) =>
      request<WeeklyTimesheet>({ method: 'GET', path: `/timesheets/weekly?week=${name}`, signal }),
    enabled: date !== undefined,
  })
}
