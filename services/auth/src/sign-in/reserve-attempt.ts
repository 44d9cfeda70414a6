import type { Db } from '@milepost/db-schemas/database'
import { Problem } from '@milepost/service-kit/problem'
import { standingOf, windowStart } from './attempts.ts'
import { type Attempted, addFailure, listFailures, lockAttempts } from './queries.ts'

export interface Attempt {
  /** Of its row among the failures. */
  id: string
  /** Should this one fail. */
  triesLeft: number
}

/**
 * Counts an attempt as failed before the password is looked at, and throws 429 when there were too
 * many: a hundred guesses sent at once get no more tries than a hundred in a row. Success takes the
 * failures back.
 */
export async function reserveAttempt(db: Db, attempted: Attempted, now: Date): Promise<Attempt> {
  return db.transaction(async (tx) => {
    await lockAttempts(tx, attempted)
    const standing = standingOf(await listFailures(tx, attempted, windowStart(now)), now)
    if ('retryAfterSeconds' in standing) throw tooManyAttempts(standing.retryAfterSeconds)
    return { id: await addFailure(tx, attempted, now), triesLeft: standing.triesLeft }
  })
}

function tooManyAttempts(retryAfterSeconds: number) {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  return new Problem({
    kind: 'too-many-requests',
    status: 429,
    detail: `Too many failed tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    retryAfterSeconds,
  })
}
