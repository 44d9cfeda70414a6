import { type BoardColumn, boardColumns } from '@milepost/db-schemas/board'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { projects } from '@milepost/db-schemas/projects'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'

/** A column with what a policy needs of its project. */
export type ColumnRow = BoardColumn & { team_id: string }

export async function findColumn(db: Db | Tx, columnId: string): Promise<ColumnRow | undefined> {
  const [found] = await db
    .select({ column: boardColumns, team_id: projects.team_id })
    .from(boardColumns)
    .innerJoin(projects, eq(projects.id, boardColumns.project_id))
    .where(and(eq(boardColumns.id, columnId), isNull(projects.deleted_at)))
  return found && { ...found.column, team_id: found.team_id }
}

/** From left to right. */
export const listColumns = (tx: Tx, projectId: string): Promise<BoardColumn[]> =>
  tx
    .select()
    .from(boardColumns)
    .where(eq(boardColumns.project_id, projectId))
    .orderBy(asc(boardColumns.position), asc(boardColumns.id))

/** The column at each place, counted from 0. */
export async function saveOrder(tx: Tx, columnIds: readonly string[]): Promise<void> {
  await tx.execute(
    sql`update projects.board_columns c set position = place.at - 1, updated_at = now()
        from unnest(${sql.param(columnIds)}::uuid[]) with ordinality as place(id, at)
        where c.id = place.id`,
  )
}

/** Cards of these columns go to the first column of their status. Cards keep their order and their version. */
export async function emptyColumn(tx: Tx, columnId: string): Promise<void> {
  await tx.execute(sql`update projects.tasks set column_id = null where column_id = ${columnId}`)
}

/**
 * Where another column became the first of its status: cards that name no column were in the old first
 * one and name it now, if it is still there; cards of the new first one name none.
 */
export async function nameFirstColumns(
  tx: Tx,
  projectId: string,
  changes: readonly { status: string; before: string | null; after: string }[],
): Promise<void> {
  for (const { status, before, after } of changes) {
    await tx.execute(
      sql`update projects.tasks set column_id = case when column_id is null then ${before}::uuid end
          where project_id = ${projectId} and status = ${status}::projects.task_status
            and (column_id is null or column_id = ${after})`,
    )
  }
}

export async function raiseBoardVersion(tx: Tx, projectId: string): Promise<number> {
  const { rows } = await tx.execute<{ board_version: number }>(
    sql`update projects.project_progress set board_version = board_version + 1, updated_at = now()
        where project_id = ${projectId} returning board_version::float8 as board_version`,
  )
  return rows[0]?.board_version ?? 0
}
