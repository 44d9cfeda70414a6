import type { NotificationView } from '@milepost/api-contracts/notifications'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'
import type { Notice } from './notify.ts'

interface Recipients {
  rows: { id: string; user_id: string }[]
  at: Date
}

/** Answers whose inbox it reached. The most particular wish counts: project and kind, project, kind, all. */
export async function addNotifications(
  tx: Tx,
  notice: Notice,
  { rows, at }: Recipients,
): Promise<string[]> {
  const { kind, project_id, group_key } = notice
  const { rows: reached } = await tx.execute<{ user_id: string }>(
    sql`insert into projects.notifications (id, user_id, kind, project_id, task_id, milestone_id,
          actor_user_id, group_key, detail, happened_at)
        select r.id, r.user_id, ${kind}, ${project_id}, ${notice.task_id ?? null}::uuid,
          ${notice.milestone_id ?? null}::uuid, ${notice.actor_user_id}::uuid, ${group_key},
          ${JSON.stringify(notice.detail)}::jsonb, ${at.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, user_id uuid)
        join auth.users u on u.id = r.user_id and u.is_active
        join projects.projects p on p.id = ${project_id} and p.deleted_at is null
        where exists (
            select from auth.team_memberships m where m.user_id = r.user_id and m.team_id = p.team_id)
          and coalesce((
            select w.in_app from projects.notification_preferences w
            where w.user_id = r.user_id and (w.project_id = p.id or w.project_id is null)
              and (w.kind = ${kind} or w.kind is null)
            order by w.project_id is null, w.kind is null limit 1), true)
        on conflict (user_id, group_key) where read_at is null do update set
          count = notifications.count + 1, actor_user_id = excluded.actor_user_id,
          detail = excluded.detail, happened_at = excluded.happened_at,
          task_id = excluded.task_id, updated_at = now()
        returning user_id`,
  )
  return reached.map(({ user_id }) => user_id)
}

/** A line with everything it names. Instants as JSON has them. */
export type NotificationRow = NotificationView & Record<string, unknown>

interface Reader {
  userId: string
  /** Null: every project. */
  teamIds: readonly string[] | null
}

/** Lines about a project that its reader may no longer see are left out. */
const isVisible = ({ teamIds }: Reader) =>
  teamIds === null
    ? sql`true`
    : sql`(n.project_id is null or p.team_id = any(${sql.param(teamIds)}::uuid[]))`

interface Page {
  unreadOnly: boolean
  before: { happenedAt: string; id: string } | undefined
  limit: number
}

/** Newest first. */
export async function listNotifications(
  db: Db,
  reader: Reader,
  { unreadOnly, before, limit }: Page,
): Promise<NotificationRow[]> {
  const { rows } = await db.execute<NotificationRow>(
    sql`select n.id, n.kind, n.count, n.detail, n.read_at is not null as read,
          to_char(n.happened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as happened_at,
          case when p.id is not null
            then json_build_object('id', p.id, 'key', p.key, 'name', p.name) end as project,
          case when t.id is not null then json_build_object(
            'id', t.id, 'key', p.key || '-' || t.number, 'title', t.title) end as task,
          case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as milestone,
          case when a.id is not null
            then json_build_object('id', a.id, 'display_name', a.display_name) end as actor
        from projects.notifications n
        left join projects.projects p on p.id = n.project_id
        left join projects.tasks t on t.id = n.task_id and t.deleted_at is null
        left join projects.milestones m on m.id = n.milestone_id and m.deleted_at is null
        left join auth.users a on a.id = n.actor_user_id
        where n.user_id = ${reader.userId} and ${isVisible(reader)}
          and ${unreadOnly ? sql`n.read_at is null` : sql`true`}
          and ${before ? sql`(n.happened_at, n.id) < (${before.happenedAt}::timestamptz, ${before.id}::uuid)` : sql`true`}
        order by n.happened_at desc, n.id desc limit ${limit}`,
  )
  return rows
}

const countMax = 100

export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const { rows } = await db.execute<{ unread: number }>(
    sql`select count(*)::int as unread from (
          select from projects.notifications n left join projects.projects p on p.id = n.project_id
          where n.user_id = ${reader.userId} and n.read_at is null and ${isVisible(reader)}
          limit ${countMax}) as first`,
  )
  return rows[0]?.unread ?? 0
}

/** Somebody else's ids are no ids: they change nothing. */
export async function markRead(
  db: Db,
  { userId, ids, until }: { userId: string; ids?: readonly string[]; until?: string },
): Promise<void> {
  await db.execute(
    sql`update projects.notifications set read_at = now(), updated_at = now()
        where user_id = ${userId} and read_at is null and ${
          ids ? sql`id = any(${sql.param(ids)}::uuid[])` : sql`happened_at <= ${until}::timestamptz`
        }`,
  )
}

/** A line whose like has come again meanwhile stays read: there is one unread line of a kind. */
export async function markUnread(
  db: Db,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<void> {
  await db.execute(
    sql`update projects.notifications n set read_at = null, updated_at = now()
        where n.user_id = ${userId} and n.id = any(${sql.param(ids)}::uuid[])
          and n.id = (
            select l.id from projects.notifications l
            where l.user_id = n.user_id and l.group_key = n.group_key
            order by l.happened_at desc, l.id desc limit 1)`,
  )
}
