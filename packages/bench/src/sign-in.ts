import { signedInSchema } from '@milepost/api-contracts/auth'
import { ask } from '#measure/send.ts'
import type { Login } from '#seed/people.ts'

/** The headers of somebody who has just signed in; good for five minutes. */
export async function signIn(gatewayUrl: string, login: Login) {
  const answer = await ask(gatewayUrl, { method: 'POST', path: '/api/v1/auth/login', body: login })
  const { access_token } = signedInSchema.parse(answer)
  return { authorization: `Bearer ${access_token}` }
}

/** What a browser says it can unpack. */
export const unpacks = { 'accept-encoding': 'gzip' }
