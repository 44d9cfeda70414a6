import { type ProjectFile, projectFileSchema } from '@milepost/api-contracts/project-file'
import type { DraftBaseline } from '#drafts/draft.ts'
import type { FileTask, ParsedFile } from './parsed-file.ts'
import { badFile } from './refusals.ts'

/** Reads what Milepost exported as JSON. Throws 400. */
export function parseProjectFile(text: string): ParsedFile {
  const read = projectFileSchema.safeParse(parseJson(text))
  if (!read.success) {
    const [issue] = read.error.issues
    throw badFile(`This is not a Milepost project: ${issue?.path.join('.')} ${issue?.message}`)
  }
  const file = read.data
  return {
    source: `milepost:${file.project.id}`,
    columns: [],
    losses: [],
    errors: [],
    draft: {
      tasks: file.tasks.map(toTask),
      milestones: file.milestones.map(({ id, ...milestone }) => ({ ref: id, ...milestone })),
      links: file.links.map(({ predecessor_id, successor_id, ...link }) => ({
        ...{ predecessor_ref: predecessor_id, successor_ref: successor_id, ...link },
      })),
      baselines: file.baselines.map(toBaseline),
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badFile('This is not JSON.')
  }
}

function toTask(task: ProjectFile['tasks'][number]): FileTask {
  const {
    id,
    number: _,
    parent_id,
    milestone_id,
    title,
    assignee,
    category,
    completed_at,
    ...fields
  } = task
  return {
    ...{ ref: id, title, parent_ref: parent_id, milestone_ref: milestone_id, category },
    fields,
    assignee: assignee === null ? null : assignee.email,
    ...(completed_at !== null && { completed_at: new Date(completed_at) }),
  }
}

const toBaseline = ({ items, ...baseline }: ProjectFile['baselines'][number]): DraftBaseline => ({
  ...baseline,
  items: items.map(({ task_id, milestone_id, estimate_minutes = null, ...dates }) => ({
    ...{ task_ref: task_id, milestone_ref: milestone_id, estimate_minutes, ...dates },
  })),
})
