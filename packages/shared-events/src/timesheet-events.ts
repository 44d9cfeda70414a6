import { z } from 'zod'
import { defineEvent } from './define-event.ts'

const aboutWeek = {
  user_id: z.uuid(),
  /** The Monday the week starts on. */
  week_start: z.iso.date(),
  revision: z.int().positive(),
  minutes: z.int().nonnegative(),
}

export const timesheetSubmitted = defineEvent('timesheet.submitted', z.object(aboutWeek))
