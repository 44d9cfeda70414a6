import type pg from 'pg'

/** What a board's moves have left behind in the database. */
export interface Traces {
  cards: number
  versions: number
  events: number
  activities: number
  deadlocks: number
}

export async function tracesOf(owner: pg.Pool, projectId: string): Promise<Traces> {
  const { rows } = await owner.query<Traces>(
    `select count(*)::int as cards, sum(version)::int as versions,
       (select count(*)::int from projects.outbox
        where event_type = 'task.moved' and event ->> 'project_id' = $1::text) as events,
       (select count(*)::int from projects.task_activity_log where project_id = $1::uuid) as activities,
       (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
     from projects.tasks where project_id = $1::uuid and deleted_at is null`,
    [projectId],
  )
  const [traces] = rows
  if (!traces) throw new Error('Nothing was counted.')
  return traces
}

interface Found {
  before: Traces
  after: Traces
  /** By card, as the answers said. */
  versions: ReadonlyMap<string, number>
}

/**
 * Throws unless every answered move is in the database exactly once: every card is still there once and at
 * the version that was answered, every move left one event and one activity, no two cards of the column
 * share a rank, and nobody ran into a deadlock. Answers how many moves there were.
 */
export async function auditMoves(owner: pg.Pool, projectId: string, found: Found): Promise<number> {
  const { before, after, versions } = found
  const { rows } = await owner.query<{ id: string; version: number; rank: string }>(
    `select id, version, rank from projects.tasks
     where project_id = $1 and status = 'todo' and deleted_at is null`,
    [projectId],
  )
  const moves = after.versions - before.versions
  const faults = [
    [after.cards !== before.cards, 'cards were lost or doubled on the board'],
    [rows.length !== versions.size, 'cards were lost or doubled in the column'],
    [new Set(rows.map(({ rank }) => rank)).size !== rows.length, 'two cards share a rank'],
    [rows.some(({ id, version }) => versions.get(id) !== version), 'a version is not as answered'],
    [after.events - before.events !== moves, 'events are not as many as moves'],
    [after.activities - before.activities !== moves, 'activities are not as many as moves'],
    [after.deadlocks !== before.deadlocks, 'there was a deadlock'],
  ] as const
  const wrong = faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
  if (wrong.length > 0) throw new Error(`After ${moves} moves: ${wrong.join(', ')}.`)
  return moves
}
