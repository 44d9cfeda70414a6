import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { metered } from './metered.ts'
import type { Storage } from './storage.ts'

/** Files in a folder, which every replica of the service must see. */
export function openFileStorage(folder: string): Storage {
  const root = resolve(folder)
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  const locationOf = (key: string) => join(root, disk.file(key).key)

  return {
    async put(key, content, { sizeMax }) {
      const location = locationOf(key)
      const part = `${key}.${randomUUID()}.part`
      const { body, stored, refusal } = metered(content, sizeMax)
      try {
        await disk.putStream(part, body)
        // Not the disk's own move: that one copies, and a reader could see half of it.
        await rename(locationOf(part), location)
      } catch (error) {
        await disk.delete(part)
        throw refusal() ?? error
      } finally {
        body.destroy()
      }
      return stored()
    },
    async get(key) {
      const stream = await disk.getStream(key)
      await once(stream, 'open')
      return stream
    },
    delete: (key) => disk.delete(key),
    exists: (key) => disk.exists(key),
    close: () => {},
  }
}
