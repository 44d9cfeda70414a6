import { bulkChangeSchema } from '@milepost/api-contracts/list'
import { progressFields } from '@milepost/api-contracts/tasks'
import { admitted } from '@milepost/service-kit/admit'
import { forbidden } from '@milepost/service-kit/problem'
import type { FastifyRequest } from 'fastify'
import type { BoardHead } from '#tasks/kanban-statement.ts'
import { movableCards } from '#tasks/policy.ts'

const open: ReadonlySet<string> = new Set(progressFields)

/**
 * A preValidation hook after `admitFirst`: a contributor's change that names a field beyond the progress of
 * a task is refused whole, whatever the values are. Whose tasks they are is asked with the board locked.
 */
export async function refuseForeignBulk(request: FastifyRequest): Promise<void> {
  const { actor, body } = request
  if (movableCards(actor, admitted<BoardHead>(request)) === 'all') return
  const set = typeof body === 'object' && body !== null && 'set' in body ? body.set : undefined
  if (typeof set !== 'object' || set === null) return
  const fields = Object.keys(set).filter((name) => name in bulkChangeSchema.shape)
  if (!fields.every((name) => open.has(name))) {
    throw forbidden('You can change the progress of your own tasks, and nothing else.')
  }
}
