import type {
  CalendarDay,
  CalendarView,
  CreateWindow,
  ImportedCalendar,
} from '@milepost/api-contracts/calendars'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'

/** Whose calendar: the organisation's or one team's. */
export type CalendarPlace = 'organisation' | { teamId: string }

const pathOf = (place: CalendarPlace) =>
  `/calendars/${place === 'organisation' ? place : `team/${place.teamId}`}`
const keyOf = (place: CalendarPlace) => ['calendars', pathOf(place)]

export const useCalendar = (place: CalendarPlace) =>
  useQuery({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => request<CalendarView>({ method: 'GET', path: pathOf(place), signal }),
  })

/** The server's word on a calendar. Timelines are drawn over it, so they are read again. */
export function calendarArrived(
  client: QueryClient,
  place: CalendarPlace,
  calendar: CalendarView,
): void {
  client.setQueryData(keyOf(place), calendar)
  void client.invalidateQueries({ queryKey: ['projects'] })
}

export const calendarOutdated = (client: QueryClient, place: CalendarPlace) =>
  client.invalidateQueries({ queryKey: keyOf(place) })

export const putWeekend = (place: CalendarPlace, weekend: number[] | null, version: number) =>
  request<CalendarView>({
    method: 'PUT',
    path: `${pathOf(place)}/weekend`,
    body: { weekend, version },
  })

export const postDay = (place: CalendarPlace, day: CalendarDay) =>
  request<CalendarView>({ method: 'POST', path: `${pathOf(place)}/days`, body: day })

export const deleteDay = (place: CalendarPlace, day: string) =>
  request<undefined>({ method: 'DELETE', path: `${pathOf(place)}/days/${day}` })

export const importIcs = (place: CalendarPlace, ics: string) =>
  request<ImportedCalendar>({ method: 'POST', path: `${pathOf(place)}/import`, body: { ics } })

export const postWindow = async (place: CalendarPlace, window: CreateWindow): Promise<void> => {
  await request<unknown>({ method: 'POST', path: `${pathOf(place)}/windows`, body: window })
}

export const deleteWindow = (windowId: string) =>
  request<undefined>({ method: 'DELETE', path: `/calendars/windows/${windowId}` })
