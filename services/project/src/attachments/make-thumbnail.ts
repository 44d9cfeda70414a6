import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'

const edgeMax = 320
/** A picture of more would take too much memory to look at. */
const pixelsMax = 50_000_000

// One picture at a time on one thread, and nothing kept of it: uploads are rare, memory is not free.
sharp.cache(false)
sharp.concurrency(1)

/** The picture at most 320 pixels wide and high, as WebP; undefined for one that cannot be read. */
export async function makeThumbnail(picture: Readable): Promise<Readable | undefined> {
  const small = sharp({ limitInputPixels: pixelsMax, sequentialRead: true })
    .rotate()
    .resize(edgeMax, edgeMax, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
  try {
    const [bytes] = await Promise.all([small.toBuffer(), pipeline(picture, small)])
    return Readable.from([bytes], { objectMode: false })
  } catch (error) {
    // Translates: a broken or a huge picture is a file without a small one.
    if (error instanceof Error) return undefined
    throw error
  }
}
