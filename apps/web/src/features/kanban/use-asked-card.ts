import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/** An address that ends in `?new` asks for a new card, once. */
export function useAskedCard(add: () => void): void {
  const [params, setParams] = useSearchParams()
  const asked = params.has('new')
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    if (!asked) return
    latest.current()
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('new')
        return next
      },
      { replace: true },
    )
  }, [asked, setParams])
}
