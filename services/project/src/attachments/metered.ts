import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Problem } from '@milepost/service-kit/problem'

/** What was kept, as measured on the way. */
export interface Stored {
  size_bytes: number
  /** Hexadecimal. */
  sha256: string
}

/** The same bytes, counted and hashed as they pass; it breaks after `sizeMax` of them. */
export function metered(content: Readable, sizeMax: number) {
  const hash = createHash('sha256')
  let size = 0
  let refusal: Problem | undefined
  const refuse = (problem: Problem): never => {
    refusal = problem
    throw problem
  }

  async function* pass(): AsyncGenerator<Buffer> {
    const chunks = content.iterator({ destroyOnReturn: false })
    while (true) {
      const { done, value } = await chunks.next().catch((cause) => refuse(brokenOff(cause)))
      if (done) return
      const chunk = Buffer.from(value)
      size += chunk.length
      if (size > sizeMax) refuse(tooLarge(sizeMax))
      hash.update(chunk)
      yield chunk
    }
  }

  return {
    body: Readable.from(pass(), { objectMode: false }),
    /** Once all of it has passed. */
    stored: (): Stored => ({ size_bytes: size, sha256: hash.digest('hex') }),
    /** Why it broke, whatever the store made of that; undefined when it did not. */
    refusal: () => refusal,
  }
}

const tooLarge = (sizeMax: number) =>
  new Problem({
    kind: 'payload-too-large',
    status: 413,
    detail: `A file may have ${sizeMax.toLocaleString('en')} bytes at most.`,
  })

const brokenOff = (cause: unknown) =>
  new Problem({
    kind: 'bad-request',
    status: 400,
    detail: 'The file broke off before its end.',
    cause,
  })
