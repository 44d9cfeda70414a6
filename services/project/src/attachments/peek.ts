import { Readable } from 'node:stream'

/** The same bytes; `head` answers the first of them once they have passed. */
export function peek(content: Readable, bytesMax: number) {
  const pieces: Buffer[] = []
  let size = 0

  async function* pass(): AsyncGenerator<Buffer> {
    for await (const piece of content.iterator({ destroyOnReturn: false })) {
      const chunk = Buffer.from(piece)
      if (size < bytesMax) pieces.push(chunk.subarray(0, bytesMax - size))
      size += chunk.length
      yield chunk
    }
  }

  return { body: Readable.from(pass(), { objectMode: false }), head: () => Buffer.concat(pieces) }
}
