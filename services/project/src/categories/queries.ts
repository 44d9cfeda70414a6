import type { CategoryView } from '@milepost/api-contracts/project-settings'
import type { Db } from '@milepost/db-schemas/database'
import { categories } from '@milepost/db-schemas/projects'
import { eq, sql } from 'drizzle-orm'

/** By name; there are few. */
export async function listCategories(db: Db, categoryId?: string): Promise<CategoryView[]> {
  const { rows } = await db.execute<CategoryView & Record<string, unknown>>(
    sql`select c.id, c.name, c.description, (
          select count(*)::int from projects.projects p
          where p.category_id = c.id and p.deleted_at is null) as project_count
        from projects.categories c
        where ${categoryId === undefined ? sql`true` : sql`c.id = ${categoryId}`}
        order by c.name limit 200`,
  )
  return rows
}

/** The new id; undefined when the name is taken. */
export async function addCategory(
  db: Db,
  category: { name: string; description: string },
): Promise<string | undefined> {
  const [added] = await db.insert(categories).values(category).onConflictDoNothing().returning()
  return added?.id
}

export async function saveCategory(
  db: Db,
  categoryId: string,
  changes: { name?: string | undefined; description?: string | undefined },
): Promise<void> {
  await db.update(categories).set(changes).where(eq(categories.id, categoryId))
}

/** False when a project or a task still has it. */
export async function removeCategory(db: Db, categoryId: string): Promise<boolean> {
  const { rowCount } = await db.execute(
    sql`delete from projects.categories c where c.id = ${categoryId}
          and not exists (select from projects.projects p where p.category_id = c.id)
          and not exists (select from projects.tasks t where t.category_id = c.id)`,
  )
  return rowCount === 1
}
