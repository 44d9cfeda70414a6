import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeProject } from '#projects/policy.ts'

interface View {
  team_id: string
  owner_id: string
  is_shared: boolean
}

/** Somebody's own view is nobody else's to know of. */
export const viewPolicy = {
  see: (actor: Actor, view: View) =>
    canSeeProject(actor, view) && (view.is_shared || view.owner_id === actor.id),
  missing: 'There is no such view.',
}

export const canChangeView = (actor: Actor, view: View) => view.owner_id === actor.id

/** An executive reads, and writes nothing. */
export const canKeepViews = (actor: Actor) => actor.roles.some((role) => role !== 'executive')
