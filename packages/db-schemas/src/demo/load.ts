import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { roles, skills, teamMemberships, teams, userRoles, userSkills, users } from '#auth.ts'
import { boardColumns } from '#board.ts'
import { calendarDays, calendars, changeWindows } from '#calendars.ts'
import type { Tx } from '#database.ts'
import { taskComments } from '#discussion.ts'
import { readProfile } from '#env.ts'
import { taskActivityLog } from '#history.ts'
import { healthHistory } from '#insights.ts'
import { milestoneDates, milestones } from '#milestones.ts'
import { baselineItems, projectBaselines, taskDependencies } from '#plan.ts'
import {
  categories,
  healthDeclarations,
  projectAssets,
  projectHealth,
  projectProgress,
  projectSnapshots,
  projects,
} from '#projects.ts'
import { tasks } from '#tasks.ts'
import {
  absences,
  capacities,
  creditedCompletions,
  productivityMetrics,
  timeEntries,
  weeklySummaries,
} from '#timesheets.ts'
import { demoRows } from './rows/demo-rows.ts'

/** The demo organisation is recognised by its executive's address. */
const demoExecutive = 'executive@milepost.example'

/**
 * Loads the demo organisation as it stands on `today` (`YYYY-MM-DD`) into a migrated database, all
 * of it or nothing. Does nothing where it already is. Throws in the profile `production` and where
 * anybody else has an account: demo passwords are public.
 */
export async function loadDemo(
  databaseUrl: string,
  { today, profile }: { today: string; profile: string },
): Promise<'loaded' | 'already loaded'> {
  if (profile === 'production')
    throw new Error('demo data: refused, MILEPOST_PROFILE is "production"')
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'demo' })
  await client.connect()
  try {
    return await drizzle({ client }).transaction(async (tx) => {
      // Two loaders at once: the second waits here, and then finds the work done.
      await tx.execute('lock table auth.users in share row exclusive mode')
      const known = await tx.select({ email: users.email }).from(users)
      if (known.some(({ email }) => email === demoExecutive)) return 'already loaded'
      if (known.length > 0)
        throw new Error(`demo data: refused, the database has ${known.length} accounts of its own`)
      await insertAll(tx, today)
      return 'loaded'
    })
  } finally {
    await client.end()
  }
}

/** In the order the foreign keys need. */
async function insertAll(tx: Tx, today: string): Promise<void> {
  const {
    people,
    calendars: working,
    categories: categoryRows,
    projects: built,
    links,
    ...time
  } = demoRows(today)
  const of = built.map(({ rows }) => rows)

  await insert(tx, users, people.users)
  const roleId = new Map(
    (await tx.select().from(roles)).map((role) => [role.name as string, role.id]),
  )
  await insert(
    tx,
    userRoles,
    people.roles.map(({ role, ...row }) => ({ ...row, role_id: roleId.get(role) ?? '' })),
  )
  await insert(tx, teams, people.teams)
  await insert(tx, teamMemberships, people.memberships)
  await insert(tx, skills, people.skills)
  await insert(tx, userSkills, people.userSkills)
  await insert(tx, calendars, working.owned)
  await insert(tx, calendarDays, working.days)
  await insert(tx, changeWindows, working.windows)

  await insert(tx, categories, categoryRows)
  await insert(
    tx,
    projects,
    of.map(({ project }) => project),
  )
  await insert(
    tx,
    projectHealth,
    of.map(({ health }) => health),
  )
  await insert(
    tx,
    boardColumns,
    of.flatMap(({ columns }) => columns),
  )
  await insert(
    tx,
    milestones,
    of.flatMap((rows) => rows.milestones),
  )
  await insert(
    tx,
    tasks,
    built.flatMap((project) => project.tasks.map(({ row }) => row)),
  )
  await insert(
    tx,
    projectProgress,
    of.map(({ progress }) => progress),
  )
  await insert(tx, taskDependencies, [...of.flatMap(({ dependencies }) => dependencies), ...links])
  await insert(
    tx,
    taskComments,
    of.flatMap(({ comments }) => comments),
  )
  await insert(
    tx,
    taskActivityLog,
    of.flatMap(({ activity }) => activity),
  )
  await insert(
    tx,
    projectBaselines,
    of.map(({ baseline }) => baseline),
  )
  await insert(
    tx,
    milestoneDates,
    of.flatMap((rows) => rows.milestoneDates),
  )
  await insert(
    tx,
    healthDeclarations,
    of.flatMap((rows) => rows.healthDeclarations),
  )
  await insert(
    tx,
    baselineItems,
    of.flatMap((rows) => rows.baselineItems),
  )
  await insert(
    tx,
    projectAssets,
    of.flatMap(({ assets }) => assets),
  )
  await insert(
    tx,
    projectSnapshots,
    of.flatMap(({ snapshots }) => snapshots),
  )
  await insert(
    tx,
    healthHistory,
    of.flatMap((rows) => rows.healthHistory),
  )

  await insert(tx, capacities, people.capacities)
  await insert(tx, absences, time.absences)
  await insert(tx, timeEntries, time.entries)
  await insert(tx, weeklySummaries, time.weeks)
  await insert(tx, productivityMetrics, time.metrics)
  await insert(tx, creditedCompletions, time.credited)
}

/** A statement takes 65,535 parameters at most; the widest row has 26. */
const rowsPerStatement = 1_000

async function insert<T extends PgTable>(tx: Tx, table: T, rows: T['$inferInsert'][]) {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await tx.insert(table).values(rows.slice(from, from + rowsPerStatement))
}

if (import.meta.main) {
  const databaseUrl = process.argv[2]
  if (databaseUrl === undefined) throw new Error('usage: load.ts <database url of the owner>')
  const today = new Date().toISOString().slice(0, 10)
  const outcome = await loadDemo(databaseUrl, { today, profile: readProfile() })
  process.stdout.write(`demo data: ${outcome}\n`)
}
