import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')
const copy = join(root, 'docs/access-matrix.tsv')
/** Rows of the same form for routes that the matrix does not name: a route without a row fails the build. */
const more = join(root, 'docs/access-matrix-more.tsv')
/** Where the matrix is kept when it is shared with others than this repository. */
const original = join(root, '../shared/access-matrix.tsv')

export const personaNames = ['ADM', 'PMa', 'PMx', 'CTo', 'CTt', 'CTx', 'EXE', 'AN'] as const
export type PersonaName = (typeof personaNames)[number]

export interface MatrixRow {
  id: string
  method: string
  /** As written: "/tasks/{A1.t}/move (target in B1)". */
  path: string
  cells: Record<PersonaName, string>
}

/** True also where there is only our copy. */
export const copyIsCurrent = () =>
  !existsSync(original) || readFileSync(original, 'utf8') === readFileSync(copy, 'utf8')

export const readMatrix = (): MatrixRow[] => [copy, more].flatMap(readRows)

function readRows(file: string): MatrixRow[] {
  const [header = [], ...lines] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const column = (name: string) => {
    const index = header.indexOf(name)
    if (index === -1) throw new Error(`the matrix has no column ${name}`)
    return index
  }
  return lines.map((line) => ({
    id: line[column('id')] ?? '',
    method: line[column('method')] ?? '',
    path: line[column('path')] ?? '',
    cells: Object.fromEntries(
      personaNames.map((name) => [name, line[column(name)] ?? '']),
    ) as Record<PersonaName, string>,
  }))
}

/** "PATCH /tasks/*": what a row and a route have in common. */
export function routeShape(method: string, path: string): string {
  const [address = ''] = path.replaceAll(/\{[^}]+\}/g, '*').split(/[ ?]/)
  return `${method} ${address}`
}
