import { refreshSession } from './refresh-session.ts'
import { currentSession } from './session-store.ts'

const marginMs = 20_000

/** A token good for a while, renewed if need be; null when nobody is signed in any more. */
export async function freshAccessToken(): Promise<string | null> {
  const session = currentSession()
  if (!session) return null
  if (session.expiresAt - marginMs < Date.now() && !(await refreshSession())) return null
  return currentSession()?.accessToken ?? null
}
