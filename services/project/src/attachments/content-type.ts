import { fileTypeFromBuffer } from 'file-type'

/** So much of a file's beginning tells what it is. */
export const headBytes = 64 * 1024

/** Pictures of dots, which run nothing. An SVG is a document with scripts and is none of them. */
const pictures: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
])

export const isPicture = (contentType: string) => pictures.has(contentType)

/** Whether a browser may show it in place. Everything else is only ever saved. */
export const isShownInline = (contentType: string) =>
  isPicture(contentType) || contentType === 'application/pdf'

/** What a file is by its first bytes, whatever its name and its sender say. */
export async function contentTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head)
  if (found) return found.mime
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

/** UTF-8 without a zero byte; the last letter may be cut in two. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0 || head.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    // Translates: a TypeError is the answer to the question.
    return false
  }
}
