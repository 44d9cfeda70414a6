import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '@milepost/db-schemas/database'
import { tasks } from '@milepost/db-schemas/tasks'
import type { Actor } from '@milepost/service-kit/authentication'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { openService } from './harness.ts'

export const readFixture = (name: string) => readFileSync(join(import.meta.dirname, 'files', name))

type Send = Awaited<ReturnType<typeof openService>>['send']

/** Ways to bring files into projects as one person. */
export function importCalls(send: Send, actor: Actor) {
  const bring = (path: string) => (projectId: string, kind: string, content: string | Buffer) =>
    send(actor, {
      ...{ method: 'POST', url: `/projects/${projectId}/${path}` },
      body: { kind, file_name: 'plan.csv', content: Buffer.from(content).toString('base64') },
    })
  return { preview: bring('imports/preview'), run: bring('imports') }
}

/** What is there, by number. */
export const listTasksOf = (db: Db, projectId: string) =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.project_id, projectId), isNull(tasks.deleted_at)))
    .orderBy(asc(tasks.number))
