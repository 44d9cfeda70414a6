import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { noFile, notMultipart } from './refusals.ts'

interface Upload {
  name: string
  content: Readable
  ended: () => Promise<void>
}

// The size is measured where the file is kept. Two files only to tell that it is not one.
const limits = { files: 2, fields: 10, parts: 12, fileSize: Number.POSITIVE_INFINITY }

/** Reads the one file of a multipart body as it comes in, and what is left of it after a refusal. */
export async function readUpload<Kept>(
  request: FastifyRequest,
  keep: (file: Upload) => Promise<Kept>,
): Promise<Kept> {
  if (!request.isMultipart()) throw notMultipart()
  const files = request.files({ limits, throwFileSizeLimit: false })
  try {
    const { value: first } = await files.next()
    if (!first) throw noFile()
    return await keep({
      name: first.filename,
      content: first.file,
      async ended() {
        if (!(await files.next()).done) throw noFile()
      },
    })
  } finally {
    // Else the rest stays in the connection, in front of the next request.
    request.raw.unpipe()
    request.raw.resume()
  }
}
