import type { ProjectCalendar } from '@milepost/api-contracts/timeline'
import type { CalendarRow } from './frame-statement.ts'

const defaultWeekend = [6, 7]

/**
 * The days a project's team works on: the organisation's calendar with the team's over it, which has the
 * last word on every day it names. The rows come in this order; people's own are left out.
 */
export function projectCalendar(calendars: readonly CalendarRow[]): ProjectCalendar {
  const layers = calendars.filter(({ scope }) => scope !== 'person')
  const named = new Map(layers.flatMap(({ days }) => days).map((day) => [day.day, day]))
  const days = [...named.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
  const weekend = layers.findLast((layer) => layer.weekend !== null)?.weekend
  return {
    weekend: weekend ?? defaultWeekend,
    holidays: days.filter(({ kind }) => kind === 'holiday').map(({ day, name }) => ({ day, name })),
    working_days: days.filter(({ kind }) => kind === 'working').map(({ day }) => day),
    windows: layers.flatMap(({ windows }) => windows),
  }
}
