import { useEffect, useRef } from 'react'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'
/** How long "G" waits for the key that says where. */
const patienceMs = 1_200

/** Commands of two keys, "g" and another. They never fire while someone types or a dialog is open. */
export function useGoKeys(places: Record<string, () => void>): void {
  const latest = useRef(places)
  useEffect(() => {
    latest.current = places
  })
  useEffect(() => {
    let until = 0
    const handle = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (target instanceof Element && target.closest(typing)) return
      if (document.querySelector('dialog[open]')) return
      if (key === 'g') {
        until = event.timeStamp + patienceMs
        return
      }
      const go = event.timeStamp < until ? latest.current[key] : undefined
      until = 0
      if (!go) return
      // The second key alone may mean something else here.
      event.preventDefault()
      event.stopImmediatePropagation()
      go()
    }
    window.addEventListener('keydown', handle, { capture: true })
    return () => window.removeEventListener('keydown', handle, { capture: true })
  }, [])
}

/** Ctrl K, or ⌘K, from anywhere, also while someone types. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) latest.current()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [])
}
