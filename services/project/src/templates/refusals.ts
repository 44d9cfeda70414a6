import { conflict, invalidRequest } from '@milepost/service-kit/problem'

/** 409 with the template as it is now. */
export const templateChanged = (current: unknown) =>
  conflict('template-changed', 'Someone changed this template meanwhile.', current)

export const badContent = (details: readonly string[]) =>
  invalidRequest(details.slice(0, 20).map((detail) => ({ pointer: '#/content', detail })))

export const nothingToKeep = () =>
  conflict('nothing-to-keep', 'The project has no tasks that a template could keep.')
