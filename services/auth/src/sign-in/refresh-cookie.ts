import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idleDays } from './session-life.ts'

const name = 'milepost_refresh'

/** Sent to these addresses only, never readable by scripts, never with another site's request. */
const attributes = (secure: boolean): CookieSerializeOptions => ({
  path: '/api/v1/auth',
  httpOnly: true,
  sameSite: 'strict',
  secure,
})

export const readRefreshCookie = ({ cookies }: Pick<FastifyRequest, 'cookies'>) => cookies[name]

export const setRefreshCookie = (reply: FastifyReply, token: string, secure: boolean) =>
  reply.setCookie(name, token, { ...attributes(secure), maxAge: idleDays * 86_400 })

export const clearRefreshCookie = (reply: FastifyReply, secure: boolean) =>
  reply.clearCookie(name, attributes(secure))
