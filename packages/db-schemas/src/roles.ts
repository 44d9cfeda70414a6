import pg from 'pg'
import type { Env } from './env.ts'

/** In the order their foreign keys need. */
export const schemas = ['auth', 'projects', 'insights', 'timesheets'] as const
export type SchemaName = (typeof schemas)[number]

/** Columns of a table of another service, by `schema.table`. */
type ForeignReads = Readonly<Record<string, readonly string[]>>

export interface ServiceRole {
  name: 'auth_service' | 'project_service' | 'insights_service' | 'timesheet_service'
  /** Every row right on the tables of this one; nothing that changes a table. */
  schema: SchemaName
  password: Exclude<keyof Env, 'DATABASE_URL'>
  reads: ForeignReads
  /** Tables of its own whose rows it may add and read, never change. */
  appendOnly: readonly string[]
}

const people: ForeignReads = {
  'auth.users': ['id', 'display_name', 'email', 'is_active'],
  'auth.teams': ['id', 'name', 'deleted_at'],
  'auth.team_memberships': ['team_id', 'user_id', 'is_lead'],
}
/** Which calendar date, and so which week, "today" is for a person. */
const localTime: ForeignReads = {
  'auth.users': [...(people['auth.users'] ?? []), 'timezone'],
}
/** Which days a plan may use, and how much of them each person has. */
const workingTime: ForeignReads = {
  'auth.calendars': ['id', 'scope', 'team_id', 'user_id', 'weekend'],
  'auth.calendar_days': ['calendar_id', 'day', 'kind', 'name'],
  'auth.change_windows': ['id', 'calendar_id', 'kind', 'name', 'starts_on', 'ends_on'],
  'timesheets.capacities': ['user_id', 'weekly_minutes', 'valid_from'],
  'timesheets.absences': ['user_id', 'absent_on', 'minutes'],
}
const whoCanDoWhat: ForeignReads = {
  'auth.skills': ['id', 'name', 'category'],
  'auth.user_skills': ['user_id', 'skill_id', 'level', 'last_used_on'],
}
const portfolio: ForeignReads = {
  'projects.projects': ['id', 'key', 'name', 'team_id', 'manager_id', 'status', 'deleted_at'],
}
/** What a person can book time on. */
const bookable: ForeignReads = {
  'projects.tasks': [
    ...['id', 'project_id', 'number', 'title', 'status'],
    ...['assignee_id', 'due_date', 'completed_at', 'deleted_at'],
  ],
}

/** One login role per service: the database enforces who owns what. */
export const serviceRoles: readonly ServiceRole[] = [
  {
    name: 'auth_service',
    schema: 'auth',
    password: 'AUTH_DB_PASSWORD',
    reads: {},
    appendOnly: ['audit_log'],
  },
  {
    name: 'project_service',
    schema: 'projects',
    password: 'PROJECT_DB_PASSWORD',
    reads: { ...people, ...localTime, ...workingTime, ...whoCanDoWhat },
    appendOnly: ['task_activity_log', 'health_declarations', 'milestone_dates'],
  },
  {
    name: 'insights_service',
    schema: 'insights',
    password: 'INSIGHTS_DB_PASSWORD',
    reads: { ...people, ...portfolio },
    appendOnly: [],
  },
  {
    name: 'timesheet_service',
    schema: 'timesheets',
    password: 'TIMESHEET_DB_PASSWORD',
    reads: { ...people, ...localTime, ...portfolio, ...bookable },
    appendOnly: [],
  },
]

/**
 * Creates the login roles and sets exactly these privileges, whatever was granted before. Call it
 * after the migrations, inside their lock; running services notice nothing, for it is one transaction.
 */
export async function grantRoles(client: pg.Client, passwords: Omit<Env, 'DATABASE_URL'>) {
  for (const role of serviceRoles) await ensureRole(client, role.name, passwords[role.password])
  await client.query('begin')
  for (const statement of await grants(client)) await client.query(statement)
  await client.query('commit')
}

/** A role belongs to the cluster, not to the database: another database's migration may be at it too. */
async function ensureRole(client: pg.Client, name: string, password: string) {
  const attributes = `login password ${client.escapeLiteral(password)}`
  for (let attempt = 1; ; attempt += 1) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
    const verb = rowCount === 0 ? 'create' : 'alter'
    try {
      await client.query(`${verb} role ${name} ${attributes}`)
      return
    } catch (error) {
      if (attempt === 20 || !lostRace(error)) throw error
    }
  }
}

/** "Role already exists" in its two forms, and "tuple concurrently updated". */
const lostRace = (error: unknown) =>
  error instanceof pg.DatabaseError && ['42710', '23505', 'XX000'].includes(error.code ?? '')

async function grants(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  const everyone = ['public', ...serviceRoles.map(({ name }) => name)].join(', ')
  const all = [...schemas, 'migrations'].join(', ')

  return [
    `revoke all on database ${database} from ${everyone}`,
    `revoke create on schema public from public`,
    `revoke all on schema ${all} from ${everyone}`,
    `revoke all on all tables in schema ${all} from ${everyone}`,
    `revoke all on all sequences in schema ${all} from ${everyone}`,
    ...serviceRoles.flatMap((role) => grantsOf(role, database)),
  ]
}

function grantsOf({ name, schema, reads, appendOnly }: ServiceRole, database: string): string[] {
  const rows = 'select, insert, update, delete'
  const foreignSchemas = new Set(Object.keys(reads).map((table) => table.split('.')[0]))
  return [
    `grant connect on database ${database} to ${name}`,
    `grant usage on schema ${[schema, ...foreignSchemas].join(', ')} to ${name}`,
    `grant ${rows} on all tables in schema ${schema} to ${name}`,
    `grant usage, select on all sequences in schema ${schema} to ${name}`,
    // Tables that somebody adds by hand are covered before the next migration runs.
    `alter default privileges in schema ${schema} grant ${rows} on tables to ${name}`,
    `alter default privileges in schema ${schema} grant usage, select on sequences to ${name}`,
    ...appendOnly.map((table) => `revoke update, delete on ${schema}.${table} from ${name}`),
    ...Object.entries(reads).map(
      ([table, columns]) => `grant select (${columns.join(', ')}) on ${table} to ${name}`,
    ),
  ]
}
