import { z } from 'zod'
import type { Persona } from './personas.ts'
import { type Call, send } from './send.ts'
import { type Build, on } from './target.ts'
import type { World } from './world.ts'

const versionSchema = z.object({ version: z.int() })
const day = '2026-12-25'
const ics = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//matrix//EN', 'BEGIN:VEVENT', 'UID:1'],
  ...['SUMMARY:Christmas Day', 'DTSTART;VALUE=DATE:20261225', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n')
const freeze = { kind: 'freeze', name: 'Year end', starts_on: day, ends_on: '2027-01-04' }

/** By whoever asks: only for those who may does anything depend on it. */
const ask = (call: Call, persona: Persona) =>
  send(call, { persona, door: 'direct', service: 'auth' })

async function versionOf(path: string, persona: Persona): Promise<number> {
  const answer = await ask({ method: 'GET', path }, persona)
  return answer.status === 200 ? versionSchema.parse(JSON.parse(answer.text)).version : 0
}

/** The calls on the calendar of a scope, whose address may hold an id. */
function callsOn(address: (id: string) => string, idOf: (world: World) => string) {
  const target =
    (call: (path: string) => Call): Build =>
    async (world) =>
      on((id) => call(address(id)), idOf(world))
  const post = (path: string, body: object) =>
    target((calendar) => ({ method: 'POST', path: `${calendar}${path}`, body }))
  const weekend: Build = async (world, persona) => {
    const version = await versionOf(address(idOf(world)), persona)
    const call = (id: string): Call => ({
      method: 'PUT',
      path: `${address(id)}/weekend`,
      body: { weekend: [6, 7], version },
    })
    return on(call, idOf(world))
  }
  const closed = { day, kind: 'holiday', name: 'Christmas Day' }
  const unset: Build = async (world, persona) => {
    const path = `${address(idOf(world))}/days`
    await ask({ method: 'POST', path, body: closed }, persona)
    return on((id) => ({ method: 'DELETE', path: `${address(id)}/days/${day}` }), idOf(world))
  }
  return {
    read: target((path) => ({ method: 'GET', path })),
    weekend,
    set: post('/days', closed),
    unset,
    take: post('/import', { ics }),
    freeze: post('/windows', freeze),
  }
}

/** There is one, so nothing stands for a missing one. */
const withoutMissing =
  (build: Build): Build =>
  async (world, persona) => ({ call: (await build(world, persona)).call })

const organisation = callsOn(
  () => '/calendars/organisation',
  () => '',
)
const team = callsOn(
  (id) => `/calendars/team/${id}`,
  ({ teams }) => teams.A,
)
const person = callsOn(
  (id) => `/calendars/person/${id}`,
  ({ owner }) => owner.id,
)

const onWindow =
  (call: (path: string) => Call): Build =>
  async (world) => {
    const path = `/calendars/team/${world.teams.A}/windows`
    const { id } = await world.make('auth', { method: 'POST', path, body: freeze })
    return on((windowId) => call(`/calendars/windows/${windowId}`), id)
  }

export const calendarCalls: Record<string, Build> = {
  XT11: withoutMissing(organisation.read),
  XT12: withoutMissing(organisation.weekend),
  XT13: withoutMissing(organisation.set),
  XT14: withoutMissing(organisation.unset),
  XT15: withoutMissing(organisation.take),
  XT16: withoutMissing(organisation.freeze),
  XT21: team.read,
  XT22: team.weekend,
  XT23: team.set,
  XT24: team.unset,
  XT25: team.take,
  XT26: team.freeze,
  XT31: person.read,
  XT32: person.weekend,
  XT33: person.set,
  XT34: person.unset,
  XT35: person.take,
  XT36: onWindow((path) => ({ method: 'PUT', path, body: freeze })),
  XT37: onWindow((path) => ({ method: 'DELETE', path })),
}
