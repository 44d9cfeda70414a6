import { projectPageSchema } from '@milepost/api-contracts/projects'
import { taskPageSchema } from '@milepost/api-contracts/tasks'
import {
  type CreateEntry,
  timeEntrySchema,
  type UpdateEntry,
  weeklyTimesheetSchema,
} from '@milepost/api-contracts/timesheets'
import { request } from '#shared/api/request.ts'

export const fetchWeek = (week: string, signal?: AbortSignal) =>
  request({
    method: 'GET',
    path: `/timesheets/weekly?week=${week}`,
    answer: weeklyTimesheetSchema,
    signal,
  })

export const sendEntry = (entry: CreateEntry, idempotencyKey: string) =>
  request({
    method: 'POST',
    path: '/timesheets/entries',
    answer: timeEntrySchema,
    body: entry,
    idempotencyKey,
  })

export const sendEntryChange = (entryId: string, change: UpdateEntry) =>
  request({
    method: 'PATCH',
    path: `/timesheets/entries/${entryId}`,
    answer: timeEntrySchema,
    body: change,
  })

export const sendSubmission = (week: string, idempotencyKey: string) =>
  request({
    method: 'POST',
    path: '/timesheets/weekly/submit',
    answer: weeklyTimesheetSchema,
    body: { week },
    idempotencyKey,
  })

export const fetchBookableProjects = (signal?: AbortSignal) =>
  request({
    method: 'GET',
    path: '/projects?limit=200&status=active',
    answer: projectPageSchema,
    signal,
  })

export const fetchBookableTasks = (projectId: string, signal?: AbortSignal) =>
  request({
    method: 'GET',
    path: `/projects/${projectId}/tasks?limit=200`,
    answer: taskPageSchema,
    signal,
  })
