import type { ImportKind } from '@milepost/api-contracts/imports'

export const bytesMax = 10 * 1024 * 1024

/** What a file is taken for until the reader says otherwise. */
export function guessKind(name: string, head: string): ImportKind {
  const ending = name.toLowerCase().split('.').at(-1)
  if (ending === 'xlsx') return 'xlsx'
  if (ending === 'xml') return 'mspdi'
  if (ending === 'json') return 'json'
  const [header = ''] = head.split('\n')
  return /issue key/i.test(header) ? 'jira' : 'csv'
}

/** The bytes as the API takes them. In parts: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const partMax = 0x8000
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += partMax) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + partMax)))
  }
  return btoa(parts.join(''))
}
