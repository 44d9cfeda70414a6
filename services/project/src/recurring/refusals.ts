import { conflict, invalidRequest } from '@milepost/service-kit/problem'

/** 409 with the series as it is now. */
export const seriesChanged = (current: unknown) =>
  conflict('recurring-task-changed', 'Someone changed this recurring task meanwhile.', current)

export const badRule = (detail: string) => invalidRequest([{ pointer: '#/rule', detail }])

export const badStart = () =>
  invalidRequest([{ pointer: '#/starts_on', detail: 'More than ten years from today.' }])
