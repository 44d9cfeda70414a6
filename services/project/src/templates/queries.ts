import { type TemplateContent, templateContentSchema } from '@milepost/api-contracts/templates'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { projectTemplates } from '@milepost/db-schemas/projects'
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { builtInTemplates } from './built-in-templates.ts'
import type { TemplateRow } from './template-row.ts'

const toRow = (row: typeof projectTemplates.$inferSelect): TemplateRow => ({
  ...row,
  content: templateContentSchema.parse(row.content),
  built_in: false,
})

export async function findTemplate(
  db: Db | Tx,
  templateId: string,
): Promise<TemplateRow | undefined> {
  const builtIn = builtInTemplates.find(({ id }) => id === templateId)
  if (builtIn) return builtIn
  const [row] = await db
    .select()
    .from(projectTemplates)
    .where(and(eq(projectTemplates.id, templateId), isNull(projectTemplates.deleted_at)))
  return row && toRow(row)
}

/** By name; at most 200. Null stands for all teams. */
export async function listTemplates(db: Db, teamIds: string[] | null): Promise<TemplateRow[]> {
  const ofTeams =
    teamIds === null
      ? undefined
      : or(isNull(projectTemplates.team_id), inArray(projectTemplates.team_id, teamIds))
  const rows = await db
    .select()
    .from(projectTemplates)
    .where(and(isNull(projectTemplates.deleted_at), ofTeams))
    .orderBy(asc(projectTemplates.name), asc(projectTemplates.id))
    .limit(200)
  return rows.map(toRow)
}

type NewTemplate = Pick<TemplateRow, 'name' | 'description' | 'team_id' | 'content'>

export async function addTemplate(db: Db | Tx, template: NewTemplate): Promise<TemplateRow> {
  const [added] = await db.insert(projectTemplates).values(template).returning()
  if (!added) throw new Error('insert returned nothing')
  return toRow(added)
}

interface Changes {
  name?: string | undefined
  description?: string | undefined
  content?: TemplateContent | undefined
  deleted_at?: Date
}

/** Undefined when somebody changed it meanwhile. */
export async function saveTemplate(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: Changes,
): Promise<TemplateRow | undefined> {
  const [saved] = await tx
    .update(projectTemplates)
    .set({ ...changes, version: sql`${projectTemplates.version} + 1` })
    .where(
      and(
        eq(projectTemplates.id, id),
        eq(projectTemplates.version, version),
        isNull(projectTemplates.deleted_at),
      ),
    )
    .returning()
  return saved && toRow(saved)
}
