import { utilizationReportSchema } from '@milepost/api-contracts/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { expect, test } from 'vitest'
import {
  actorWith,
  addAbsence,
  addCapacity,
  addEntry,
  addPerson,
  addTeam,
  addWeek,
  serviceFor,
} from '#test/harness.ts'
import { addDays, mondayOf } from '#weeks/iso-week.ts'

const db = await openTestDatabase({ role: 'timesheet_service' })
const publicUrl = '/api/v1/timesheets/reports/utilization'
const internalUrl = '/internal/v1/utilization'

const thisMonday = mondayOf(new Date().toISOString().slice(0, 10))
const weeksAgo = (count: number) => addDays(thisMonday, -7 * count)

const ask = async (actor: Actor | 'service' | null, url = publicUrl) =>
  (await serviceFor(db, actor)).send({ method: 'GET', url })

async function teamFor(actor: Actor | 'service', teamId: string, url = publicUrl) {
  const { teams } = utilizationReportSchema.parse((await ask(actor, url)).json())
  return teams.find(({ team }) => team.id === teamId)
}

/** Everybody with a 40 hour week, and with `minutes` on the Monday of the second week of the four. */
async function addTeamOf(minutes: number[]) {
  const team = await addTeam(db.owner)
  const people = []
  for (const worked of minutes) {
    const person = await addPerson(db.owner, { team_ids: [team.id] })
    await addCapacity(db, person.id, 2400)
    await addEntry(db, person.id, { work_date: weeksAgo(3), minutes: worked })
    await addWeek(db, person.id, 'approved', weeksAgo(3))
    people.push(person)
  }
  return { team, people }
}

const manager = (team_id: string) => actorWith('project_manager', { team_ids: [team_id] })

test('utilization is submitted and approved time of four full weeks over what was agreed', async () => {
  const { team, people } = await addTeamOf([1000])
  const [person] = people
  if (!person) throw new Error('no person')
  // Counted: the first and the last day of the four weeks.
  await addEntry(db, person.id, { work_date: weeksAgo(4), minutes: 500 })
  await addWeek(db, person.id, 'submitted', weeksAgo(4))
  await addEntry(db, person.id, { work_date: addDays(thisMonday, -1), minutes: 300 })
  await addWeek(db, person.id, 'approved', weeksAgo(1))
  // Not counted: the days around them, a draft, and what was removed.
  await addEntry(db, person.id, { work_date: addDays(weeksAgo(4), -1), minutes: 200 })
  await addWeek(db, person.id, 'approved', weeksAgo(5))
  await addEntry(db, person.id, { work_date: thisMonday, minutes: 200 })
  await addWeek(db, person.id, 'submitted', thisMonday)
  await addEntry(db, person.id, { work_date: weeksAgo(2), minutes: 200 })
  await addWeek(db, person.id, 'draft', weeksAgo(2))
  await addEntry(db, person.id, { work_date: weeksAgo(3), minutes: 9, deleted_at: new Date() })
  // Two days away, one of them on a weekend, when there is nothing to be away from.
  await addAbsence(db, person.id, weeksAgo(2), 480)
  await addAbsence(db, person.id, addDays(weeksAgo(2), 5), 480)

  const found = await teamFor(manager(team.id), team.id)

  expect(found).toMatchObject({
    people: 1,
    minutes: 1800,
    unapproved_minutes: 500,
    // Four weeks of 2400 less 480.
    capacity_minutes: 9120,
    utilization_percentage: 19.7,
    people_without_capacity: 0,
    withheld: null,
  })
})

test('somebody without an agreed time counts in neither part, and that is said', async () => {
  const { team } = await addTeamOf([960])
  const guest = await addPerson(db.owner, { team_ids: [team.id] })
  await addEntry(db, guest.id, { work_date: weeksAgo(3), minutes: 1000 })
  await addWeek(db, guest.id, 'approved', weeksAgo(3))

  expect(await teamFor(manager(team.id), team.id)).toMatchObject({
    people: 2,
    minutes: 960,
    capacity_minutes: 9600,
    utilization_percentage: 10,
    people_without_capacity: 1,
  })
})

test('an agreement that starts within the four weeks counts from its first day', async () => {
  const team = await addTeam(db.owner)
  const person = await addPerson(db.owner, { team_ids: [team.id] })
  await addCapacity(db, person.id, 2000, addDays(weeksAgo(2), 3))
  // Thursday and Friday of the third week, and all of the fourth.
  expect(await teamFor(manager(team.id), team.id)).toMatchObject({ capacity_minutes: 2800 })
})

test('people who left count no more', async () => {
  const { team } = await addTeamOf([960])
  const gone = await addPerson(db.owner, { team_ids: [team.id], is_active: false })
  await addCapacity(db, gone.id, 2400)
  expect(await teamFor(manager(team.id), team.id)).toMatchObject({ people: 1 })
})

test('a team without any agreed time has no figure', async () => {
  const empty = await addTeam(db.owner)
  expect(await teamFor(actorWith('admin'), empty.id)).toMatchObject({
    people: 0,
    utilization_percentage: null,
    capacity_minutes: null,
    withheld: 'no_capacity',
    members: [],
  })
})

test('GET utilization, 200: administrators see every team by name, managers their own', async () => {
  const mine = await addTeamOf([960, 480])
  const theirs = await addTeamOf([960])

  const admin = await teamFor(actorWith('admin'), mine.team.id)
  expect(admin?.members).toHaveLength(2)
  expect(admin?.members).toEqual(
    expect.arrayContaining([
      {
        user: { id: mine.people[0]?.id, display_name: 'Sara Andersson' },
        minutes: 960,
        capacity_minutes: 9600,
        utilization_percentage: 10,
      },
    ]),
  )
  expect(await teamFor(actorWith('admin'), theirs.team.id)).toBeDefined()
  expect(await teamFor(manager(mine.team.id), mine.team.id)).toEqual(admin)
  expect(await teamFor(manager(mine.team.id), theirs.team.id)).toBeUndefined()
})

test('GET utilization, 200: executives see teams, never people, and no team under five', async () => {
  const small = await addTeamOf([960, 960, 960, 960])
  const large = await addTeamOf([960, 960, 960, 960, 960])

  const executive = actorWith('executive')

  expect(await teamFor(executive, small.team.id)).toEqual({
    team: small.team,
    people: 4,
    utilization_percentage: null,
    minutes: null,
    capacity_minutes: null,
    unapproved_minutes: null,
    people_without_capacity: 0,
    withheld: 'under_five_people',
  })
  expect(await teamFor(executive, large.team.id)).toEqual({
    team: large.team,
    people: 5,
    utilization_percentage: 10,
    minutes: 4800,
    capacity_minutes: 48_000,
    unapproved_minutes: 0,
    people_without_capacity: 0,
    withheld: null,
  })
  expect((await ask(executive)).body).not.toContain('display_name')
  // The sum would be of four.
  await addPerson(db.owner, { team_ids: [small.team.id] })
  expect(await teamFor(executive, small.team.id)).toMatchObject({ people: 5, minutes: null })
})

test('GET utilization, 200: an executive who manages a team sees that one by name', async () => {
  const mine = await addTeamOf([960])
  const theirs = await addTeamOf([960])
  const both = actorWith('executive', {
    roles: ['executive', 'project_manager'],
    team_ids: [mine.team.id],
  })
  expect((await teamFor(both, mine.team.id))?.members).toHaveLength(1)
  expect(await teamFor(both, theirs.team.id)).toMatchObject({ withheld: 'under_five_people' })
})

test('GET utilization, 400, 401 and 403: with a filter it does not know, without a token, for contributors', async () => {
  const { send } = await serviceFor(db, actorWith('admin'))
  const filtered = await send({ method: 'GET', url: `${publicUrl}?team=x` })
  expect(filtered.statusCode).toBe(400)
  expect((await ask(null)).statusCode).toBe(401)
  expect((await ask(actorWith('contributor'))).statusCode).toBe(403)
})

test('GET internal utilization, 200: services get every team’s figure, and nobody’s name', async () => {
  const small = await addTeamOf([960])
  const found = await teamFor('service', small.team.id, internalUrl)
  expect(found).toMatchObject({ utilization_percentage: 10, minutes: 960, withheld: null })
  expect(found).not.toHaveProperty('members')
  expect((await ask('service', internalUrl)).body).not.toContain('display_name')
})

test('GET internal utilization, 401: for services only, and a service is no person', async () => {
  expect((await ask(null, internalUrl)).statusCode).toBe(401)
  expect((await ask(actorWith('admin'), internalUrl)).statusCode).toBe(401)
  expect((await ask('service', publicUrl)).statusCode).toBe(401)
})
