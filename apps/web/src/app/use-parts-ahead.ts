import { useEffect } from 'react'
import { loadPartsAhead } from './lazy-part.ts'

/** By then the first page stands everywhere, and whoever came to scroll or to drag has begun. */
const patienceMs = 10_000
/** Safari has no idle callback. */
const pauseMs = 200

/** Loads the rest of the app, part by part, whenever the browser has nothing else to do. */
export function usePartsAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadPartsAhead(idle), patienceMs)
    return () => clearTimeout(timer)
  }, [])
}

const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve())
    else setTimeout(resolve, pauseMs)
  })
