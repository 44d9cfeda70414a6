import type { Loss } from './parsed-file.ts'
import { listIn, recordIn, textIn, type XmlRecord } from './read-xml.ts'

/** What custom fields are called, by their `FieldID`. */
export const customFieldsOf = (project: XmlRecord): ReadonlyMap<string, string> =>
  new Map(
    listIn(recordIn(project, 'ExtendedAttributes'), 'ExtendedAttribute').map((field) => [
      textIn(field, 'FieldID'),
      textIn(field, 'Alias') || textIn(field, 'FieldName'),
    ]),
  )

const unassigned = '-65535'

/** Who is to do each task, by its UID: an address where there is one. A task here has one person. */
export function resourceNames(project: XmlRecord, losses: Loss[]): ReadonlyMap<string, string> {
  const resources = new Map(
    listIn(recordIn(project, 'Resources'), 'Resource').map((resource) => [
      textIn(resource, 'UID'),
      resource,
    ]),
  )
  const names = new Map<string, string>()
  for (const assignment of listIn(recordIn(project, 'Assignments'), 'Assignment')) {
    const resource = resources.get(textIn(assignment, 'ResourceUID'))
    const [uid, name] = [textIn(assignment, 'TaskUID'), textIn(resource, 'Name')]
    if (textIn(assignment, 'ResourceUID') === unassigned || name === '') continue
    if (textIn(resource, 'Type') !== '1') {
      losses.push({ what: `Resource “${name}”`, detail: 'Material and cost are not taken over.' })
    } else if (names.has(uid)) {
      losses.push({
        what: 'Further people of a task',
        detail: 'A task has one assignee: the first.',
      })
    } else {
      names.set(uid, textIn(resource, 'EmailAddress') || name)
      const units = textIn(assignment, 'Units')
      if (units !== '' && Number(units) !== 1) {
        losses.push({
          what: 'Shares of people',
          detail: 'How much of a person a task takes is not kept.',
        })
      }
    }
  }
  return names
}

/** Calendars are not taken over; what they say of working days is listed. */
export function calendarLosses(project: XmlRecord): Loss[] {
  const calendars = listIn(recordIn(project, 'Calendars'), 'Calendar')
  const base = calendars.filter((calendar) => textIn(calendar, 'IsBaseCalendar') === '1')
  return base.map((calendar) => {
    const exceptions =
      listIn(recordIn(calendar, 'Exceptions'), 'Exception').length ||
      listIn(recordIn(calendar, 'WeekDays'), 'WeekDay').filter(
        (day) => textIn(day, 'DayType') === '0',
      ).length
    const uses = textIn(calendar, 'UID') === textIn(project, 'CalendarUID')
    return {
      what: `Calendar “${textIn(calendar, 'Name')}”`,
      detail: `${uses ? 'The project’s. ' : ''}Works ${workingDays(calendar)}, with ${exceptions} ${
        exceptions === 1 ? 'exception' : 'exceptions'
      }. Not taken over: the calendars of the organisation and the team hold here.`,
    }
  })
}

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `DayType` counts from 1, a Sunday. */
function workingDays(calendar: XmlRecord): string {
  const worked = listIn(recordIn(calendar, 'WeekDays'), 'WeekDay')
    .filter((day) => textIn(day, 'DayWorking') === '1')
    .flatMap((day) => dayNames[Number(textIn(day, 'DayType')) - 1] ?? [])
  return worked.length === 0 ? 'as its base does' : worked.join(', ')
}
