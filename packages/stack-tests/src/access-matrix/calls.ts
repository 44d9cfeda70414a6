import { authCalls } from './auth-calls.ts'
import { boardCalls } from './board-calls.ts'
import { calendarCalls } from './calendar-calls.ts'
import { discussionCalls } from './discussion-calls.ts'
import { importCalls } from './import-calls.ts'
import { insightsCalls } from './insights-calls.ts'
import { listCalls } from './list-calls.ts'
import { notificationCalls } from './notification-calls.ts'
import { projectCalls } from './project-calls.ts'
import { settingsCalls } from './settings-calls.ts'
import type { Build } from './target.ts'
import { timelineCalls } from './timeline-calls.ts'
import { timesheetCalls } from './timesheet-calls.ts'

/** What each row of the matrix sends. A row whose route exists and that is not here fails. */
export const calls: Record<string, Build> = {
  ...authCalls,
  ...calendarCalls,
  ...projectCalls,
  ...insightsCalls,
  ...discussionCalls,
  ...listCalls,
  ...timelineCalls,
  ...timesheetCalls,
  ...boardCalls,
  ...settingsCalls,
  ...notificationCalls,
  ...importCalls,
}
