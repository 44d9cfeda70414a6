import type { Tx } from '@milepost/db-schemas/database'
import {
  absences,
  capacities,
  productivityMetrics,
  timeEntries,
} from '@milepost/db-schemas/timesheets'
import { and, asc, eq, gte, isNull, lt, lte, notInArray, sql } from 'drizzle-orm'
import { projects, tasks } from '#foreign-tables.ts'
import type { Absence, Capacity } from './capacity.ts'

/** A task as a line of the grid names it; all null where the time was for none. */
const subjectColumns = {
  task_id: tasks.id,
  number: tasks.number,
  title: tasks.title,
  status: tasks.status,
  project_id: projects.id,
  project_key: projects.key,
  project_name: projects.name,
  team_id: projects.team_id,
}

interface Dates {
  userId: string
  from: string
  /** Not included. */
  until: string
}

export type EntryWithSubject = Awaited<ReturnType<typeof listEntriesWithSubjects>>[number]

export async function listEntriesWithSubjects(tx: Tx, { userId, from, until }: Dates) {
  const { id, user_id, work_date, minutes, note, version, activity, deleted_at } = timeEntries
  return tx
    .select({ id, user_id, work_date, minutes, note, version, activity, ...subjectColumns })
    .from(timeEntries)
    .leftJoin(tasks, eq(tasks.id, timeEntries.task_id))
    .leftJoin(projects, eq(projects.id, timeEntries.project_id))
    .where(and(eq(user_id, userId), gte(work_date, from), lt(work_date, until), isNull(deleted_at)))
    .orderBy(asc(work_date), asc(id))
}

export type OpenTask = Awaited<ReturnType<typeof listOpenTasks>>[number]

/** What somebody is likely to work on: what is under way first, then what is due first. */
export async function listOpenTasks(tx: Tx, userId: string, limit: number) {
  const nearness = sql`array_position(array['in_progress', 'in_review', 'blocked', 'todo', 'backlog'], ${tasks.status}::text)`
  return tx
    .select(subjectColumns)
    .from(tasks)
    .innerJoin(projects, eq(projects.id, tasks.project_id))
    .where(
      and(
        eq(tasks.assignee_id, userId),
        notInArray(tasks.status, ['done', 'cancelled']),
        isNull(tasks.deleted_at),
        isNull(projects.deleted_at),
      ),
    )
    .orderBy(nearness, sql`${tasks.due_date} nulls last`, asc(tasks.id))
    .limit(limit)
}

/** In force on any day up to `until`. */
export async function listCapacities(tx: Tx, userId: string, until: string): Promise<Capacity[]> {
  const { weekly_minutes, valid_from } = capacities
  return tx
    .select({ weekly_minutes, valid_from })
    .from(capacities)
    .where(and(eq(capacities.user_id, userId), lte(valid_from, until)))
}

export async function listAbsences(tx: Tx, { userId, from, until }: Dates): Promise<Absence[]> {
  const { absent_on, minutes } = absences
  return tx
    .select({ absent_on, minutes })
    .from(absences)
    .where(and(eq(absences.user_id, userId), gte(absent_on, from), lt(absent_on, until)))
}

export async function countCompleted(tx: Tx, userId: string, monday: string): Promise<number> {
  const [metrics] = await tx
    .select({ tasks_completed: productivityMetrics.tasks_completed })
    .from(productivityMetrics)
    .where(and(eq(productivityMetrics.user_id, userId), eq(productivityMetrics.week_start, monday)))
  return metrics?.tasks_completed ?? 0
}
