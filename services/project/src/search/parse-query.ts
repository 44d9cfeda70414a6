import type { TaskStatus } from '@milepost/api-contracts/tasks'

/** What a search asks for, read from what a person typed. */
export interface ParsedQuery {
  /** "WAF-131": a project's key and a task's number. */
  key: { project: string; number: number } | undefined
  /** A number alone, which every project may have. */
  number: number | undefined
  /** The text without its tokens, in small letters. */
  text: string
  /** Letters and digits only, for the index of words. */
  words: string[]
  statuses: TaskStatus[] | undefined
  mine: boolean
}

const open: TaskStatus[] = ['backlog', 'todo', 'in_progress', 'in_review', 'blocked']

const tokens: Record<string, TaskStatus[]> = {
  open,
  backlog: ['backlog'],
  todo: ['todo'],
  progress: ['in_progress'],
  review: ['in_review'],
  blocked: ['blocked'],
  done: ['done'],
  cancelled: ['cancelled'],
}

const wordsMax = 8

/** "is:open", "is:blocked", "is:mine" narrow the tasks down; everything else is what they must say. */
export function parseQuery(typed: string): ParsedQuery {
  const parts = typed.trim().split(/\s+/)
  const named = parts.map((part) => /^is:(\w+)$/i.exec(part)?.[1]?.toLowerCase())
  const statuses = named.flatMap((name) => (name === undefined ? [] : (tokens[name] ?? [])))
  const isToken = (name: string | undefined) =>
    name !== undefined && (name === 'mine' || name in tokens)
  const text = parts
    .filter((_, index) => !isToken(named[index]))
    .join(' ')
    .toLowerCase()
  const [, project, number] = /^([a-z][a-z0-9]{1,9})-(\d{1,9})$/.exec(text) ?? []
  return {
    key:
      project !== undefined && number !== undefined
        ? { project: project.toUpperCase(), number: Number(number) }
        : undefined,
    number: /^\d{1,9}$/.test(text) ? Number(text) : undefined,
    text,
    words: (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, wordsMax),
    statuses: statuses.length > 0 ? statuses : undefined,
    mine: named.includes('mine'),
  }
}

/** All the words, the last of them perhaps not yet finished; for `to_tsquery`. */
export const wordsQuery = (words: readonly string[]) => words.map((word) => `${word}:*`).join(' & ')

/** Text that `like` takes for itself. */
export const likeText = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')
