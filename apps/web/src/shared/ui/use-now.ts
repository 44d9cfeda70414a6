import { useEffect, useState } from 'react'

const everyMs = 30_000

/** The present, twice a minute: for ages that are shown. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
