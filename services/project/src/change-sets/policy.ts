import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject, managesTeamOf } from '#projects/policy.ts'
import { canUpdateFields } from '#tasks/policy.ts'
import type { TaskRow } from '#tasks/queries.ts'
import type { RecordedChange } from './recorded-change.ts'
import { shownFields, type TaskField } from './task-fields.ts'

interface OfSomebody {
  team_id: string
  actor_user_id: string
}

/** A change set is as visible as its project. */
export const changeSetPolicy = {
  see: (actor: Actor, changeSet: OfSomebody) => canSeeProject(actor, changeSet),
  missing: 'There is no such change.',
}

/** Whoever made the changes, and a manager of the project. */
export const canUndoChangeSet = (actor: Actor, changeSet: OfSomebody) =>
  changeSet.actor_user_id === actor.id || managesTeamOf(actor, changeSet)

/** Whoever takes a change back may make it: a role may be another one now. */
export const canUndoChange = (actor: Actor, task: TaskRow, change: RecordedChange) =>
  change.before === null || change.after === null
    ? managesTeamOf(actor, task)
    : canUpdateFields(actor, task, shownFields(Object.keys(change.before) as TaskField[]))
