// Every relative link in a document, and every path in backticks, must name something that exists.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const ignored = new Set(['node_modules', 'dist', '.git', '.milepost', '.turbo', 'test-results'])

function problemsOf(document: string): string[] {
  const file = join(root, document)
  const text = proseOf(readFileSync(file, 'utf8'))
  return [
    ...linksIn(text).flatMap((target) => brokenLink(file, target)),
    ...pathsIn(text).flatMap((path) => brokenPath(file, path)),
  ].map((problem) => `${document}: ${problem}`)
}

/** Without fenced code, where a path is an example. */
function proseOf(text: string): string {
  return text.replaceAll(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '')
}

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target)

function brokenLink(file: string, target: string): string[] {
  if (/^[a-z]+:/.test(target)) return []
  const [path = '', anchor] = target.split('#')
  const aim = path === '' ? file : join(dirname(file), decodeURIComponent(path))
  if (!existsSync(aim)) return [`${target} leads nowhere`]
  if (anchor === undefined || !aim.endsWith('.md')) return []
  return anchorsOf(readFileSync(aim, 'utf8')).includes(anchor) ? [] : [`${target} has no heading`]
}

/** As GitHub makes them: lower case, punctuation dropped, blanks to hyphens. */
const anchorsOf = (text: string) =>
  [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )

/** Those that start in a folder of the repository, or of the package whose document it is. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`([\w@.-]+\/[\w@./-]*)`/g)].map(([, path = '']) => path)

function brokenPath(file: string, path: string): string[] {
  const [first = ''] = path.split('/')
  const isOfRoot = /^(apps|docs|infra|packages|scripts|services|\.ci)$/.test(first)
  const isOfPackage = /^(src|test|e2e|migrations|drizzle)$/.test(first)
  if (!isOfRoot && !isOfPackage) return []
  const folders = isOfRoot ? [root] : [dirname(file)]
  // What a build makes is there only after one.
  if (path.split('/').includes('dist')) return []
  const exists = folders.some((folder) => existsSync(join(folder, path)))
  return exists
    ? []
    : [`${path} does not exist (looked in ${relative(root, folders[0] ?? '') || '.'})`]
}

const documents = globSync('**/*.md', { cwd: root, exclude: (name) => ignored.has(name) })
const problems = documents.flatMap(problemsOf)

for (const problem of problems) console.error(`links: ${problem}`)
console.log(`links: ${documents.length} documents checked, ${problems.length} broken`)
process.exit(documents.length > 0 && problems.length === 0 ? 0 : 1)
