import { send } from '#shared/api/send.ts'
import { currentSession, signedOut } from '#shared/api/session-store.ts'
import { tellTabsSignedOut } from '#shared/api/session-tabs.ts'
import { somethingFailed } from '#shared/ui/toast-store.ts'

/** Ends the session here and on the server. Here it ends in any case, and it is said if there it did not. */
export async function signOut(): Promise<void> {
  const token = currentSession()?.accessToken ?? null
  try {
    await send({ method: 'POST', path: '/auth/logout', body: {} }, token)
  } catch {
    somethingFailed('Signed out here, but Milepost did not answer. Sign in and out again later.')
  }
  signedOut()
  tellTabsSignedOut()
}
