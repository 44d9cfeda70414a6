import type { CalendarView } from '@milepost/api-contracts/calendars'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, explain } from '#shared/api/api-problem.ts'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { type CalendarPlace, calendarArrived, calendarOutdated } from './calendar-api.ts'

/** Sends a change; says why it was refused; shows the calendar as it is afterwards. True when it was made. */
export function useChangeCalendar(place: CalendarPlace) {
  const client = useQueryClient()
  return async (send: () => Promise<CalendarView | undefined>): Promise<boolean> => {
    try {
      const calendar = await send()
      if (calendar) calendarArrived(client, place, calendar)
      else await readAgain()
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      somethingFailed(explain(error))
      await calendarOutdated(client, place)
      return false
    }
  }

  async function readAgain() {
    await calendarOutdated(client, place)
    void client.invalidateQueries({ queryKey: ['projects'] })
  }
}
