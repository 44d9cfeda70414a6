import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { workQueue } from './work-queue.ts'

export interface PasswordHashing {
  hash: (password: string) => Promise<string>
  /** Takes as long for somebody who has no password, or does not exist, as for anybody else. */
  verify: (hashed: string | null | undefined, password: string) => Promise<boolean>
}

interface HashingOptions {
  /** Hashes computed at one time. Each takes a core and 19 MiB for some 20 ms. */
  concurrency?: number | undefined
  waitingMax?: number
  /** KiB. Only tests have reason to lower it. */
  memoryCost?: number
}

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const owaspCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One core stays free for everybody who is signed in; more than four would be for nobody's good. */
const coresToSpare = () => Math.max(1, Math.min(4, availableParallelism() - 1))

/** Passwords as argon2id in PHC strings. Two spellings of one text (NFC, NFD) are one password. */
export async function openPasswordHashing({
  concurrency = coresToSpare(),
  waitingMax = 64,
  memoryCost = owaspCost.memoryCost,
}: HashingOptions): Promise<PasswordHashing> {
  const cost = { ...owaspCost, memoryCost }
  const inTurn = workQueue({ concurrency, waitingMax })
  const nobodysHash = await hash(randomUUID(), cost)

  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), cost)),
    async verify(hashed, password) {
      const matches = await inTurn(() => verify(hashed ?? nobodysHash, password.normalize('NFC')))
      return matches && typeof hashed === 'string'
    },
  }
}
