import type { SaveAsTemplate } from '@milepost/api-contracts/templates'
import { templateContentSchema } from '@milepost/api-contracts/templates'
import type { Db } from '@milepost/db-schemas/database'
import { readProjectFile } from '#exports/read-project-file.ts'
import { contentOfProject } from './content-of-project.ts'
import { addTemplate } from './queries.ts'
import { readCalendar } from './read-calendar.ts'
import { badContent, nothingToKeep } from './refusals.ts'
import type { TemplateRow } from './template-row.ts'

interface SaveCommand {
  project: { id: string; team_id: string }
  input: SaveAsTemplate
}

/** Keeps a project's plan for the next one of its kind. */
export async function saveAsTemplate(
  db: Db,
  { project, input }: SaveCommand,
): Promise<TemplateRow> {
  const file = await readProjectFile(db, { projectId: project.id, withHours: true })
  const content = contentOfProject(file, await readCalendar(db, project.id))
  if (content.tasks.length === 0) throw nothingToKeep()
  const checked = templateContentSchema.safeParse(content)
  if (!checked.success) throw badContent(checked.error.issues.map(({ message }) => message))
  return addTemplate(db, { ...input, team_id: project.team_id, content: checked.data })
}
