import type { SignedIn } from '@milepost/api-contracts/auth'
import { isStatus, send } from './send.ts'
import { currentSession, signedIn, signedOut } from './session-store.ts'
import { tellTabsSignedIn } from './session-tabs.ts'

let running: Promise<boolean> | null = null

/**
 * Gets a new access token for the refresh cookie, once for everybody who asks meanwhile and in one
 * tab at a time. False when the session is over. Throws when the server cannot be asked: that is
 * no reason to sign anybody out.
 */
export function refreshSession(): Promise<boolean> {
  running ??= alone(renew).finally(() => {
    running = null
  })
  return running
}

/** Locks across tabs need a secure context; elsewhere the server's own tolerance has to do. */
function alone(work: (staleToken: string | undefined) => Promise<boolean>): Promise<boolean> {
  const staleToken = currentSession()?.accessToken
  if (!('locks' in navigator)) return work(staleToken)
  return navigator.locks.request('milepost.refresh', () => work(staleToken))
}

async function renew(staleToken: string | undefined): Promise<boolean> {
  const session = currentSession()
  // Another tab was faster, and told us.
  if (session && session.accessToken !== staleToken) return true
  try {
    const asking = { method: 'POST', path: '/auth/refresh', body: {} } as const
    const renewed = await send<SignedIn>(asking, null)
    signedIn(renewed)
    tellTabsSignedIn(renewed)
    return true
  } catch (error) {
    if (!isStatus(error, 401)) throw error
    signedOut()
    return false
  }
}
