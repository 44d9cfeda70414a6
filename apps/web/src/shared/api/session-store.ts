import type { Me, SignedIn } from '@milepost/api-contracts/auth'
import { create } from 'zustand'

interface Session {
  accessToken: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  user: Me
}

interface SessionState {
  /** `unknown` until the refresh cookie has been tried once: only the server can read it. */
  status: 'unknown' | 'signed_in' | 'signed_out'
  session: Session | null
}

const useSessionStore = create<SessionState>()(() => ({ status: 'unknown', session: null }))

export const useSessionStatus = () => useSessionStore((state) => state.status)
export const useMe = () => useSessionStore((state) => state.session?.user ?? null)
export const currentSession = () => useSessionStore.getState().session
export const sessionStatus = () => useSessionStore.getState().status
export const onSessionChange = useSessionStore.subscribe

export function signedIn({ access_token, expires_in, user }: SignedIn, now = Date.now()): void {
  useSessionStore.setState({
    status: 'signed_in',
    session: { accessToken: access_token, expiresAt: now + expires_in * 1000, user },
  })
}

export function signedOut(): void {
  useSessionStore.setState({ status: 'signed_out', session: null })
}
