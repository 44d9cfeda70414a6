import { updateTaskSchema } from '@milepost/api-contracts/tasks'
import { admitted } from '@milepost/service-kit/admit'
import { forbidden } from '@milepost/service-kit/problem'
import type { FastifyRequest } from 'fastify'
import type { MovableTask } from './move-statements.ts'
import { canUpdateFields } from './policy.ts'

/**
 * A preValidation hook after `admitFirst`: a change that names a field the caller may not touch is
 * refused whole, whatever the values are. Names the contract does not know are the contract's business.
 */
export async function refuseForeignFields(request: FastifyRequest): Promise<void> {
  const { actor, body } = request
  if (typeof body !== 'object' || body === null) return
  const fields = Object.keys(body).filter((name) => name in updateTaskSchema.shape)
  if (!canUpdateFields(actor, admitted<MovableTask>(request), fields)) {
    throw forbidden('You can change the progress of this task, and nothing else of it.')
  }
}
