import { type ReactNode, useEffect, useState } from 'react'

const patienceMs = 200

/** The shape of what comes, once it has been missed for 200 ms. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {shown && <div aria-hidden="true">{children}</div>}
    </div>
  )
}
