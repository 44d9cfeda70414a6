import { conflict } from '@milepost/service-kit/problem'
import { canSeeProject } from './policy.ts'

/** Half of every policy on a project: who may not see it is told what a missing one is told. */
export const projectPolicy = { see: canSeeProject, missing: 'There is no such project.' }

/** 409 with the project as it is now. */
export const projectChanged = (current: unknown) =>
  conflict('project-changed', 'Someone changed this project meanwhile.', current)

/** 409: keys are what people call tasks by, so no two projects share one. */
export const keyTaken = () => conflict('key-taken', 'Another project has this key.')
