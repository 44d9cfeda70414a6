import { conflict, invalidRequest } from '@milepost/service-kit/problem'
import { managesTeamOf } from '#projects/policy.ts'
import { canSeeTask } from '#tasks/policy.ts'

export const canRelate = managesTeamOf

export const relationPolicy = {
  see: canSeeTask,
  may: canRelate,
  missing: 'There is no such relation.',
}

/** 409: said once it holds, whichever of the two it was said of. */
export const relationExists = () =>
  conflict('relation-exists', 'These two tasks are related in this way already.')

export const relatedToItself = () =>
  invalidRequest([{ pointer: '#/task_id', detail: 'A task is not related to itself.' }])
