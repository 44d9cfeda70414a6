import type {
  ApplySchedule,
  appliedScheduleSchema,
  BaselineView,
  CreateDependency,
  createBaselineSchema,
  PreviewSchedule,
  SchedulePreview,
  SchedulingMode,
  Timeline,
  TimelineLink,
  updateDependencySchema,
} from '@milepost/api-contracts/timeline'
import type { z } from 'zod'
import { request } from '#shared/api/request.ts'

const ofProject = (projectId: string, path: string) => `/projects/${projectId}/${path}`

export const fetchTimeline = (
  projectId: string,
  baselineId: string | undefined,
  signal?: AbortSignal,
) =>
  request<Timeline>({
    method: 'GET',
    path: ofProject(projectId, `timeline${baselineId ? `?baseline_id=${baselineId}` : ''}`),
    signal,
  })

export const previewSchedule = (projectId: string, body: PreviewSchedule) =>
  request<SchedulePreview>({
    method: 'POST',
    path: ofProject(projectId, 'schedule/preview'),
    body,
  })

export const applySchedule = (projectId: string, body: ApplySchedule) =>
  request<z.infer<typeof appliedScheduleSchema>>({
    method: 'POST',
    path: ofProject(projectId, 'schedule'),
    body,
  })

export const undoChangeSet = (changeSetId: string) =>
  request<unknown>({ method: 'POST', path: `/change-sets/${changeSetId}/undo`, body: {} })

export const createLink = (successorId: string, body: CreateDependency, idempotencyKey: string) =>
  request<TimelineLink>({
    method: 'POST',
    path: `/tasks/${successorId}/dependencies`,
    body,
    idempotencyKey,
  })

export const updateLink = (linkId: string, body: z.infer<typeof updateDependencySchema>) =>
  request<TimelineLink>({ method: 'PATCH', path: `/dependencies/${linkId}`, body })

export const deleteLink = (linkId: string) =>
  request<void>({ method: 'DELETE', path: `/dependencies/${linkId}` })

export const takeBaseline = (
  projectId: string,
  body: z.infer<typeof createBaselineSchema>,
  idempotencyKey: string,
) =>
  request<BaselineView>({
    method: 'POST',
    path: ofProject(projectId, 'baselines'),
    body,
    idempotencyKey,
  })

export const changeMode = (projectId: string, mode: SchedulingMode, version: number) =>
  request<unknown>({
    method: 'PATCH',
    path: `/projects/${projectId}`,
    body: { scheduling_mode: mode, version },
  })
