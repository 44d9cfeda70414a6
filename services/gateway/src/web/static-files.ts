import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export interface StaticFile {
  type: string
  etag: string
  /** Its name changes with its content, so nobody ever need ask again. */
  immutable: boolean
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

const types: Record<string, { type: string; text: boolean }> = {
  '.css': { type: 'text/css; charset=utf-8', text: true },
  '.html': { type: 'text/html; charset=utf-8', text: true },
  '.ico': { type: 'image/x-icon', text: false },
  '.js': { type: 'text/javascript; charset=utf-8', text: true },
  '.json': { type: 'application/json; charset=utf-8', text: true },
  '.png': { type: 'image/png', text: false },
  '.svg': { type: 'image/svg+xml', text: true },
  '.txt': { type: 'text/plain; charset=utf-8', text: true },
  '.webmanifest': { type: 'application/manifest+json', text: true },
  '.webp': { type: 'image/webp', text: false },
  '.woff2': { type: 'font/woff2', text: false },
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * The built app in memory, by address. It is a megabyte or two, read once: no request touches the
 * disk, and an address that is not in the map is nowhere. Empty when the app has not been built.
 */
export async function readStaticFiles(root: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  for (const path of await listFiles(root)) {
    const known = types[extname(path)]
    if (!known) continue
    const plain = await readFile(path)
    const address = `/${relative(root, path).split(sep).join('/')}`
    files.set(address, {
      type: known.type,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: address.startsWith('/assets/'),
      plain,
    })
  }
  return files
}

/** Adds the compressed forms, in other threads and after the app can already be served. */
export async function compressFiles(files: Iterable<StaticFile>): Promise<void> {
  for (const file of files) {
    const isText = Object.values(types).some(({ type, text }) => text && type === file.type)
    if (!isText || file.plain.length < 1024) continue
    file.gzip = await compressGzip(file.plain, { level: 9 })
    file.br = await compressBrotli(file.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    })
  }
}

/** Every file in a folder and below; none when there is no folder. */
export async function listFiles(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
  } catch (error) {
    // Translates: a folder that is not there has no files.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
