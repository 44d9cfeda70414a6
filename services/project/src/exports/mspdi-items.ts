import type { ProjectFile } from '@milepost/api-contracts/project-file'

type FileTask = ProjectFile['tasks'][number]

/** A task at its place in the outline, where each part follows its whole. */
export interface OutlinedTask {
  task: FileTask
  uid: number
  level: number
  isSummary: boolean
}

export interface OutlinedMilestone {
  milestone: ProjectFile['milestones'][number]
  uid: number
}

/** The numbers by which an MSPDI file names its things. */
export function mspdiItems(file: ProjectFile) {
  const partsOf = Map.groupBy(file.tasks, ({ parent_id }) => parent_id)
  const tree: OutlinedTask[] = []
  const add = (task: FileTask, level: number): void => {
    const parts = partsOf.get(task.id) ?? []
    tree.push({ task, uid: tree.length + 1, level, isSummary: parts.length > 0 })
    for (const part of parts) add(part, level + 1)
  }
  for (const task of partsOf.get(null) ?? []) add(task, 1)
  const milestones: OutlinedMilestone[] = file.milestones.map((milestone, index) => ({
    ...{ milestone, uid: tree.length + index + 1 },
  }))

  const people = file.tasks.flatMap(({ assignee }) => assignee ?? [])
  const emails = [...new Set(people.map(({ email }) => email))].sort()
  return {
    ...{ file, tree, milestones },
    uidOf: new Map([
      ...tree.map(({ task, uid }): [string, number] => [task.id, uid]),
      ...milestones.map(({ milestone, uid }): [string, number] => [milestone.id, uid]),
    ]),
    linksOf: Map.groupBy(file.links, ({ successor_id }) => successor_id),
    leadingTo: Map.groupBy(file.tasks, ({ milestone_id }) => milestone_id),
    /** Of each task and milestone, with the baseline's number. */
    baselinesOf: Map.groupBy(
      file.baselines
        // Project knows eleven.
        .slice(0, 11)
        .flatMap(({ items }, number) => items.map((item) => ({ number, item }))),
      ({ item }) => item.task_id ?? item.milestone_id,
    ),
    resourceUids: new Map(emails.map((email, index): [string, number] => [email, index + 1])),
    nameOf: new Map(people.map(({ email, name }): [string, string] => [email, name])),
  }
}
export type MspdiItems = ReturnType<typeof mspdiItems>
