import type { Rolldown } from 'vite'

type Modules = Rolldown.ChunkingContext

const first = '/src/main.tsx'
const app = '/src/app/start.tsx'
/** The page most often opened; the parts it is made of come with the app. */
const board = '/src/app/BoardPage.tsx'

/**
 * The bundler makes a chunk of every set of pages that share something, though all pages come after
 * the app and share most with it. These make it six files instead of forty; what they do not name
 * is left to it.
 */
export const chunkGroups: Rolldown.CodeSplittingGroup[] = [
  { priority: 2, name: (id, modules) => (isWith(first, id, modules) ? 'first' : null) },
  {
    priority: 1,
    name: (id, modules) =>
      isWith(app, id, modules) || (id.includes('/src/shared/') && isWith(board, id, modules))
        ? 'app'
        : null,
  },
]

const known = new WeakMap<Modules, Map<string, Set<string>>>()

/** Whether a module is loaded with `from`, not counting what that imports later. */
function isWith(from: string, id: string, modules: Modules): boolean {
  const reached = known.get(modules) ?? new Map<string, Set<string>>()
  known.set(modules, reached)
  const found = reached.get(from) ?? reach(from, modules)
  reached.set(from, found)
  return found.has(id)
}

function reach(from: string, modules: Modules): Set<string> {
  const found = new Set<string>()
  const waiting = [`${import.meta.dirname}${from}`]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
