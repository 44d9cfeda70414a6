import type { CreateView } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict } from '@milepost/service-kit/problem'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { addView, countOwnViews, findView, type ViewRow, viewsMax } from './queries.ts'

interface CreateViewCommand {
  actor: Actor
  project: { id: string }
  input: CreateView
}

export async function createView(
  db: Db,
  { actor, project, input }: CreateViewCommand,
): Promise<ViewRow> {
  return db.transaction(async (tx) => {
    const [head] = await findBoardHead(tx, project.id)
    const { id } = admit(actor, head, projectPolicy)
    if ((await countOwnViews(tx, id, actor.id)) >= viewsMax) throw tooManyViews()
    const added = await addView(tx, { ...input, project_id: id, owner_id: actor.id })
    const view = await findView(tx, added)
    if (!view) throw new Error(`view ${added} vanished while it was added`)
    return view
  })
}

const tooManyViews = () =>
  conflict('too-many-views', `You keep ${viewsMax} views of this project already.`)
