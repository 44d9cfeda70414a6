import type { SavedView } from '@milepost/api-contracts/list'
import type { Actor } from '@milepost/service-kit/authentication'
import { canChangeView } from './policy.ts'
import type { ViewRow } from './queries.ts'

export const presentView = (actor: Actor, view: ViewRow): SavedView => ({
  id: view.id,
  project_id: view.project_id,
  owner: { id: view.owner_id, display_name: view.owner_name },
  name: view.name,
  is_shared: view.is_shared,
  query: view.query,
  version: view.version,
  can: { update: canChangeView(actor, view) },
})
