import type { FileDraft, Loss } from './parsed-file.ts'
import type { MemberRow } from './queries.ts'
import { shortened } from './row-reader.ts'
import { plain } from './words.ts'

interface Names {
  members: readonly MemberRow[]
  categories: readonly { id: string; name: string }[]
  losses: Loss[]
}

/** Finds the people and categories that a file names; those that are not here are listed as lost. */
export function resolveNames(draft: FileDraft, { members, categories, losses }: Names): FileDraft {
  const personOf = peopleByName(members)
  const categoryOf = new Map(categories.map(({ id, name }) => [plain(name), id]))
  const find = (
    name: string | null | undefined,
    known: ReadonlyMap<string, string>,
    loss: (name: string) => Loss,
  ) => {
    if (name == null) return name
    const id = known.get(plain(name))
    if (id === undefined) losses.push(loss(name))
    return id
  }
  return {
    ...draft,
    tasks: draft.tasks.map((task) => ({
      ...task,
      fields: {
        ...task.fields,
        assignee_id: find(firstPerson(task.assignee, personOf), personOf, unknownPerson),
        category_id: find(task.category, categoryOf, unknownCategory),
      },
    })),
  }
}

/** By address, its first part, and name; a name that two have is nobody's. */
function peopleByName(members: readonly MemberRow[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id, email, display_name } of members) {
    const [account = ''] = email.split('@')
    for (const name of new Set([email, display_name, account].map(plain))) {
      if (ids.has(name)) shared.add(name)
      ids.set(name, id)
    }
  }
  for (const name of shared) ids.delete(name)
  return ids
}

/** "Anna Berg; Omar Bensaid[50%]" names several; a task has one, the first who is here. */
function firstPerson(text: string | null | undefined, known: ReadonlyMap<string, string>) {
  if (text == null || known.has(plain(text))) return text
  const names = text.split(/[;,]/).map((name) => name.replace(/\[.*\]/, '').trim())
  return names.find((name) => known.has(plain(name))) ?? text
}

const unknownPerson = (name: string): Loss => ({
  what: `Person “${shortened(name)}”`,
  detail: 'Not in the team that owns this project; such tasks have no assignee.',
})
const unknownCategory = (name: string): Loss => ({
  what: `Category “${shortened(name)}”`,
  detail: 'Not here; such tasks have no category.',
})
