import { useEffect } from 'react'
import { loadPartsAhead } from './lazy-part.ts'

/** Safari has no idle callback; by then the first page stands everywhere. */
const patienceMs = 3000

/** Loads the rest of the app once the browser has nothing else to do. */
export function usePartsAhead(): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => void loadPartsAhead(), patienceMs)
      return () => clearTimeout(timer)
    }
    let idle = 0
    // What is shown first may still be on its way, and comes first.
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => void loadPartsAhead())
    }, patienceMs)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [])
}
