import type { ProjectFile } from '@milepost/api-contracts/project-file'
import { ownFields } from '#imports/mspdi-values.ts'
import { mspdiItems } from './mspdi-items.ts'
import { milestoneXml, taskXml } from './mspdi-task-xml.ts'
import { element, xml } from './xml.ts'

const minutesPerDay = 480

/**
 * A project in MS Project's XML (schema MSPDI, in its order of elements). Tasks are scheduled by hand there,
 * so their dates stay. A milestone follows the tasks that lead to it.
 */
export function writeMspdi(file: ProjectFile): string {
  const items = mspdiItems(file)
  const people = [...items.resourceUids].map(([email, uid]) =>
    xml('Resource', [
      ...[
        element('UID', uid),
        element('ID', uid),
        element('Name', items.nameOf.get(email) ?? email),
      ],
      ...[element('Type', 1), element('EmailAddress', email)],
    ]),
  )
  const assignments = file.tasks.flatMap((task, index) => {
    const [uid, resource] = [
      items.uidOf.get(task.id),
      items.resourceUids.get(task.assignee?.email ?? ''),
    ]
    if (uid === undefined || resource === undefined) return []
    const ids = [
      element('UID', index + 1),
      element('TaskUID', uid),
      element('ResourceUID', resource),
    ]
    return [xml('Assignment', [...ids, element('Units', 1)])]
  })
  const { project } = file
  const body = xml('Project', [
    element('GUID', project.id),
    element('Name', `${project.key}.xml`),
    element('Title', project.name),
    element('ScheduleFromStart', 1),
    element('StartDate', project.start_date && `${project.start_date}T08:00:00`),
    element('FinishDate', project.finish_date && `${project.finish_date}T17:00:00`),
    ...[element('CalendarUID', 1), element('DefaultStartTime', '08:00:00')],
    ...[element('DefaultFinishTime', '17:00:00'), element('MinutesPerDay', minutesPerDay)],
    ...[element('MinutesPerWeek', minutesPerDay * 5), element('DaysPerMonth', 20)],
    element('NewTasksAreManual', 1),
    xml('ExtendedAttributes', Object.entries(ownFields).map(definition)),
    xml('Calendars', [standardCalendar]),
    xml('Tasks', [
      ...items.tree.map((one) => taskXml(one, items)),
      ...items.milestones.map((one) => milestoneXml(one, items)),
    ]),
    xml('Resources', people),
    xml('Assignments', assignments),
  ])
  const opening = '<Project xmlns="http://schemas.microsoft.com/project">'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body.replace('<Project>', opening)}\n`
}

const definition = ([alias, id]: [string, string], index: number) =>
  xml('ExtendedAttribute', [
    ...[element('FieldID', id), element('FieldName', `Text${index + 1}`), element('Alias', alias)],
  ])

const weekDay = (day: number) =>
  xml('WeekDay', [
    element('DayType', day),
    element('DayWorking', day === 1 || day === 7 ? 0 : 1),
    ...(day === 1 || day === 7 ? [] : [workingTimes]),
  ])

const workingTimes = xml('WorkingTimes', [
  xml('WorkingTime', [element('FromTime', '08:00:00'), element('ToTime', '12:00:00')]),
  xml('WorkingTime', [element('FromTime', '13:00:00'), element('ToTime', '17:00:00')]),
])

const standardCalendar = xml('Calendar', [
  ...[element('UID', 1), element('Name', 'Standard'), element('IsBaseCalendar', 1)],
  xml('WeekDays', [1, 2, 3, 4, 5, 6, 7].map(weekDay)),
])
