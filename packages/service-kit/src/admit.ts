import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { z } from 'zod'
import type { Actor } from './authentication.ts'
import { parsePath } from './parse-path.ts'
import { forbidden, notFound } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What `admitFirst` found; read it with `admitted`. */
    admittedThing: unknown
  }
}

export const admission = fp(
  async (app) => {
    app.decorateRequest('admittedThing', null)
  },
  { name: 'admission' },
)

interface Policy<Thing> {
  /** Whether the actor may know that it exists. */
  see: (actor: Actor, thing: Thing) => boolean
  /** Whether the actor may do this to it; everybody who sees it, when left out. */
  may?: (actor: Actor, thing: Thing) => boolean
  /** What a missing thing and an invisible one are told alike: "There is no such task." */
  missing: string
}

/** The thing, for an actor who may do this to it; else throws 404 (missing or invisible) or 403. */
export function admit<Thing>(
  actor: Actor,
  thing: Thing | undefined,
  { see, may, missing }: Policy<Thing>,
): Thing {
  if (thing === undefined || !see(actor, thing)) throw notFound(missing)
  if (may && !may(actor, thing)) throw forbidden('You can see this, but not do that to it.')
  return thing
}

/**
 * A preValidation hook: path, object, policy, and only then the body, so that a refused caller is
 * told nothing about it. A write asks again with the object locked; a read takes `admitted`.
 */
export const admitFirst = <Params extends z.ZodType, Thing>({
  params,
  find,
  ...policy
}: Policy<Thing> & {
  params: Params
  find: (params: z.output<Params>, actor: Actor) => Promise<Thing | undefined>
}) =>
  async function admitBeforeValidation(request: FastifyRequest): Promise<void> {
    const { actor } = request
    const thing = await find(parsePath(params, request.params), actor)
    request.admittedThing = admit(actor, thing, policy)
  }

/** What this route's `admitFirst` found. The route names the type, as it named `find`. */
export function admitted<Thing>(request: FastifyRequest): Thing {
  if (request.admittedThing === null) throw new Error('this route has no admitFirst')
  return request.admittedThing as Thing
}
