import type { Readable } from 'node:stream'
import type { StorageEnv } from '#env.ts'
import { openFileStorage } from './file-storage.ts'
import type { Stored } from './metered.ts'

/**
 * Where attached files are kept, in one folder or in one bucket. It knows keys and bytes: what a file is
 * called, who may read it and which rows speak of it are told by the database.
 *
 * A key is made by the server, of letters, digits, `-`, `_`, `.` and `/` (`<project id>/<attachment id>`):
 * anything else, `../` above all, throws. Where the store itself cannot be reached everything here throws
 * the problem `unavailable` (503).
 */
export interface Storage {
  /**
   * Keeps what the stream yields, in place of what the key had before. Nothing of it is found until all of
   * it is kept, and nothing remains when it fails. Throws `payload-too-large` (413) after `sizeMax` bytes,
   * and `bad-request` (400) when the stream breaks off. The stream is read no further then, and
   * not destroyed: a request must still be answered.
   */
  put: (key: string, content: Readable, limits: { sizeMax: number }) => Promise<Stored>
  /** The bytes. Throws before the first one when there is nothing under the key. */
  get: (key: string) => Promise<Readable>
  /** Nothing is under the key afterwards, whether or not there was. */
  delete: (key: string) => Promise<void>
  exists: (key: string) => Promise<boolean>
  close: () => void
}

/** Connects to nothing yet. What S3 needs is loaded only where it is used. */
export async function openStorage(env: StorageEnv): Promise<Storage> {
  if (env.STORAGE_DRIVER === 'fs') return openFileStorage(env.STORAGE_ROOT)
  const { openS3Storage } = await import('./s3-storage.ts')
  return openS3Storage(env)
}
