import {
  jwksSchema,
  loginSchema,
  refreshSchema,
  type SignedIn,
  signedInSchema,
} from '@milepost/api-contracts/auth'
import { accessTokenLifeSeconds, signAccessToken } from '@milepost/service-kit/authentication'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AuthDeps } from '#deps.ts'
import { presentMe } from '#people/present.ts'
import type { Person } from '#people/queries.ts'
import { clientOf } from './client.ts'
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie.ts'
import { refreshSession } from './refresh-session.ts'
import { successorKeyFrom } from './refresh-token.ts'
import { refuseForeignOrigin } from './same-origin.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export const signInRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  const { db, passwords, cookieSecure } = deps
  const successorKey = successorKeyFrom(deps.jwtSecret)

  // Tokens in answers: no cache may keep them (RFC 6749 §5.1).
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.post(
    '/login',
    {
      config: { access: 'public' },
      schema: { summary: 'Sign in', body: loginSchema, response: { 200: signedInSchema } },
    },
    async (request, reply) => {
      const { return_refresh_token: inBody = false, ...login } = request.body
      const session = await signIn(db, passwords, {
        login,
        client: clientOf(request),
        correlationId: request.id,
      })
      return answer(reply, session, inBody)
    },
  )

  app.post(
    '/refresh',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Exchange a refresh token for new tokens',
        body: refreshSchema.nullish(),
        response: { 200: signedInSchema },
      },
    },
    async (request, reply) => {
      const { token, inBody } = shownToken(request, request.body)
      const session = await refreshSession(db, {
        token,
        successorKey,
        correlationId: request.id,
      })
      return answer(reply, session, inBody)
    },
  )

  app.post(
    '/logout',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Sign out', body: refreshSchema.nullish(), response: { 204: z.void() } },
    },
    async (request, reply) => {
      const { token } = shownToken(request, request.body)
      await signOut(db, { actor: request.actor, token })
      clearRefreshCookie(reply, cookieSecure)
      return reply.code(204).send()
    },
  )

  app.get(
    '/.well-known/jwks.json',
    {
      config: { access: 'public' },
      schema: { summary: 'Read the public keys of access tokens', response: { 200: jwksSchema } },
    },
    // HS256 has no public half.
    async () => ({ keys: [] }),
  )

  /** From the body for programs, else from the cookie, which only our own pages may use. */
  function shownToken(
    request: FastifyRequest,
    body: z.infer<typeof refreshSchema> | null | undefined,
  ) {
    if (body?.refresh_token !== undefined) return { token: body.refresh_token, inBody: true }
    refuseForeignOrigin(request)
    return { token: readRefreshCookie(request), inBody: false }
  }

  function answer(
    reply: FastifyReply,
    { person, refreshToken }: { person: Person; refreshToken: string },
    inBody: boolean,
  ): SignedIn {
    const { id, email, roles, teams } = person
    setRefreshCookie(reply, refreshToken, cookieSecure)
    return {
      access_token: signAccessToken(app, {
        sub: id,
        email,
        roles,
        teams: teams.map((team) => team.id),
      }),
      expires_in: accessTokenLifeSeconds,
      user: presentMe(person),
      ...(inBody && { refresh_token: refreshToken }),
    }
  }
}
