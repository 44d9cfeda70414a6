import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { refreshSession } from '#shared/api/refresh-session.ts'
import { useSessionStatus } from '#shared/api/session-store.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'

/** Lets through who is signed in; everybody else signs in first and then comes back here. */
export function SessionGate({ children }: { children: ReactNode }) {
  const status = useSessionStatus()
  const location = useLocation()
  const { error, resume } = useResume(status === 'unknown')

  if (status === 'signed_in') return children
  if (status === 'signed_out') {
    const from = `${location.pathname}${location.search}`
    return <Navigate to="/sign-in" replace state={{ from }} />
  }
  if (error === null) return null
  return (
    <main className="mx-auto grid min-h-screen max-w-(--content-reading) content-center">
      <FailedState title="Milepost did not answer" onRetry={resume} reference={referenceOf(error)}>
        {explain(error)} You are still signed in.
      </FailedState>
    </main>
  )
}

/** Tries the refresh cookie, which only the server can read. */
function useResume(wanted: boolean) {
  const [error, setError] = useState<unknown>(null)
  const resume = useCallback(() => {
    setError(null)
    refreshSession().catch(setError)
  }, [])
  useEffect(() => {
    if (wanted) resume()
  }, [wanted, resume])
  return { error, resume }
}
