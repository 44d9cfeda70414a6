import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Log } from '@milepost/service-kit/logger-options'
import { sql } from 'drizzle-orm'
import { type DigestLine, writeDigest } from './write-digest.ts'

/** Hands one mail to the post; rejects when it was not taken. */
export type SendMail = (mail: { to: string; subject: string; text: string }) => Promise<unknown>

interface Addressee extends Record<string, unknown> {
  id: string
  email: string
  display_name: string
}

/** Per run; who comes after them gets the next run's. */
const addresseesMax = 1_000
const linesMax = 50

interface DigestDeps {
  db: Db
  log: Log
  sendMail: SendMail
  publicUrl: string
}

/**
 * One mail to everybody with unread lines that no mail has told of. Each person is a transaction of its
 * own, held while the mail is handed over: a mail that is refused is tried again the next time, and two
 * processes never write to the same person. Answers how many were sent.
 */
export async function sendDigests({ db, log, sendMail, publicUrl }: DigestDeps): Promise<number> {
  let sent = 0
  for (const person of await listAddressees(db)) {
    try {
      const told = await db.transaction(async (tx) => {
        const lines = await claimLines(tx, person.id)
        if (lines.length === 0) return false
        await sendMail({ to: person.email, ...writeDigest(person, lines, publicUrl) })
        return true
      })
      if (told) sent += 1
    } catch (error) {
      // Cleans up: the transaction took the claim back, and the others shall have their mail.
      log.warn(
        { err: error, user_id: person.id },
        'a digest was not sent; the next run tries again',
      )
    }
  }
  return sent
}

async function listAddressees(db: Db): Promise<Addressee[]> {
  const { rows } = await db.execute<Addressee>(
    sql`select u.id, u.email, u.display_name from auth.users u
        where u.is_active and u.id in (
          select n.user_id from projects.notifications n
          where n.read_at is null and n.mailed_at is null)
        order by u.id limit ${addresseesMax}`,
  )
  return rows
}

/** Marks and answers them; nothing while another process writes to this person. */
async function claimLines(tx: Tx, userId: string): Promise<DigestLine[]> {
  const { rows } = await tx.execute<DigestLine & Record<string, unknown>>(
    sql`with claimed as (
          update projects.notifications set mailed_at = now() where id in (
            select n.id from projects.notifications n
            left join projects.projects p on p.id = n.project_id
            where n.user_id = ${userId} and n.read_at is null and n.mailed_at is null
              and coalesce((
                select w.in_digest from projects.notification_preferences w
                where w.user_id = n.user_id and (w.project_id = n.project_id or w.project_id is null)
                  and (w.kind = n.kind or w.kind is null)
                order by w.project_id is null, w.kind is null limit 1), true)
              and exists (
                select from auth.team_memberships m
                where m.user_id = n.user_id and m.team_id = p.team_id)
            order by n.happened_at desc limit ${linesMax} for update of n skip locked)
          returning *)
        select c.kind, c.count, c.detail, p.name as project, m.name as milestone,
          p.key || '-' || t.number as task_key, t.title as task_title, p.id as project_id, t.id as task_id,
          a.display_name as actor
        from claimed c
        join projects.projects p on p.id = c.project_id
        left join projects.tasks t on t.id = c.task_id
        left join projects.milestones m on m.id = c.milestone_id
        left join auth.users a on a.id = c.actor_user_id
        order by p.name, c.happened_at desc`,
  )
  return rows
}
