import type { projectPageSchema } from '@milepost/api-contracts/projects'
import type { taskPageSchema } from '@milepost/api-contracts/tasks'
import type {
  CreateEntry,
  TimeEntryView,
  UpdateEntry,
  WeeklyTimesheet,
  WeekSummaryView,
} from '@milepost/api-contracts/timesheets'
import type { z } from 'zod'
import { request } from '#shared/api/request.ts'

export const fetchWeek = (week: string, signal?: AbortSignal) =>
  request<WeeklyTimesheet>({
    method: 'GET',
    path: `/timesheets/weekly?week=${week}`,
    signal,
  })

export const sendEntry = (entry: CreateEntry, idempotencyKey: string) =>
  request<TimeEntryView>({
    method: 'POST',
    path: '/timesheets/entries',
    body: entry,
    idempotencyKey,
  })

export const sendEntryChange = (entryId: string, change: UpdateEntry) =>
  request<TimeEntryView>({
    method: 'PATCH',
    path: `/timesheets/entries/${entryId}`,
    body: change,
  })

/** Answers what became of the week, not what is in it. */
export const sendSubmission = (week: string, idempotencyKey: string) =>
  request<WeekSummaryView>({
    method: 'POST',
    path: '/timesheets/weekly/submit',
    body: { week },
    idempotencyKey,
  })

export const fetchBookableProjects = (signal?: AbortSignal) =>
  request<z.infer<typeof projectPageSchema>>({
    method: 'GET',
    path: '/projects?limit=200&status=active',
    signal,
  })

export const fetchBookableTasks = (projectId: string, signal?: AbortSignal) =>
  request<z.infer<typeof taskPageSchema>>({
    method: 'GET',
    path: `/projects/${projectId}/tasks?limit=200`,
    signal,
  })
