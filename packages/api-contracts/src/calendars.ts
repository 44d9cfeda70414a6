import { z } from 'zod'
import { dateSchema } from './common.ts'
import { changeWindowViewSchema } from './timeline.ts'

export const calendarScopeSchema = z.enum(['organisation', 'team', 'person'])
export type CalendarScope = z.infer<typeof calendarScopeSchema>

/** ISO weekdays, 1 for Monday. One day of the week at least is worked on. */
export const weekendSchema = z
  .array(z.int().min(1).max(7))
  .max(6)
  .refine((days) => new Set(days).size === days.length, 'Each weekday once.')

const name = z.string().trim().min(1).max(200)

export const calendarDaySchema = z.object({
  day: dateSchema,
  /** Closed, or worked on although it would not be. */
  kind: z.enum(['holiday', 'working']),
  name: z.string(),
})
export type CalendarDay = z.infer<typeof calendarDaySchema>

/** What one level says of its own; the levels are the organisation, its teams, and people. */
export const calendarSchema = z.object({
  scope: calendarScopeSchema,
  team_id: z.uuid().optional(),
  user_id: z.uuid().optional(),
  /** Null takes over the wider calendar's; the organisation's own is Saturday and Sunday then. */
  weekend: weekendSchema.nullable(),
  days: z.array(calendarDaySchema),
  windows: z.array(changeWindowViewSchema),
  /** 0 until something is said. */
  version: z.int().nonnegative(),
  can: z.object({ update: z.boolean() }),
})
export type CalendarView = z.infer<typeof calendarSchema>

export const setWeekendSchema = z.strictObject({
  version: z.int().nonnegative(),
  weekend: weekendSchema.nullable(),
})
export type SetWeekend = z.infer<typeof setWeekendSchema>

export const setCalendarDaySchema = z.strictObject({
  day: dateSchema,
  kind: z.enum(['holiday', 'working']),
  name,
})

/** Also taken as the file itself, with the content type text/calendar. */
export const importCalendarSchema = z.strictObject({ ics: z.string().min(1).max(900_000) })

export const importedCalendarSchema = z.object({
  /** Days that are holidays now and were not, or had another name. */
  imported: z.int(),
  /** Events that are no holidays: not of whole days, cancelled, too long, or far away. */
  skipped: z.int(),
  calendar: calendarSchema,
})
export type ImportedCalendar = z.infer<typeof importedCalendarSchema>

const windowShape = {
  kind: z.enum(['freeze', 'maintenance']),
  name,
  starts_on: dateSchema,
  ends_on: dateSchema,
}
const inOrder = {
  check: ({ starts_on, ends_on }: { starts_on: string; ends_on: string }) => starts_on <= ends_on,
  refusal: { path: ['ends_on'], message: 'It would end before it starts.' },
}

export const createWindowSchema = z.strictObject(windowShape).refine(inOrder.check, inOrder.refusal)
export type CreateWindow = z.infer<typeof createWindowSchema>

/** The whole window: it is small, and its two dates belong together. */
export const updateWindowSchema = createWindowSchema

export const calendarTeamParamsSchema = z.object({ team_id: z.uuid() })
export const calendarPersonParamsSchema = z.object({ user_id: z.uuid() })
export const windowParamsSchema = z.object({ window_id: z.uuid() })
