import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { forbidden } from '@milepost/service-kit/problem'
import { canSeeTimeOf } from './policy.ts'
import { findPerson, type Person } from './queries.ts'

/**
 * The person whose hours are asked for, the actor when nobody is named. Throws one and the same 403
 * for a person whose hours the actor may not see and for an id that is nobody's.
 */
export async function whoseTime(
  db: Db | Tx,
  actor: Actor,
  userId: string = actor.id,
): Promise<Person> {
  const person = await findPerson(db, userId)
  if (!person || !canSeeTimeOf(actor, person)) throw forbidden('These hours are not yours to see.')
  return person
}
