import { v7 as uuidv7 } from 'uuid'
import type { Persona } from './personas.ts'
import type { Call } from './send.ts'
import type { World } from './world.ts'

/** The object of a call: the one the row names, or an id that nobody ever had. */
export interface Target {
  call: Call
  /** The same call on something that does not exist; undefined where the path names nothing. */
  missing?: Call
}

export type Build = (world: World, persona: Persona) => Promise<Target>

export const get =
  (path: string): Build =>
  async () => ({ call: { method: 'GET', path } })
export const still =
  (call: Call): Build =>
  async () => ({ call })

/** A call on an object in its path, and the same one on nothing. */
export const on = (call: (id: string) => Call, id: string): Target => ({
  call: call(id),
  missing: call(uuidv7()),
})

export const onProject =
  (call: (id: string) => Call): Build =>
  async (world) =>
    on(call, (await world.addA1()).project.id)

export const onTask =
  (call: (id: string) => Call): Build =>
  async (world) =>
    on(call, (await world.addA1()).task.id)

/** By the server's calendar. */
export const today = () => new Date().toISOString().slice(0, 10)
