import { useEffect, useRef } from 'react'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** Where a single key is text, not a command. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest(typing) !== null

/**
 * Single-key commands, by `KeyboardEvent.key`. They never fire while someone types, with a modifier,
 * in an open dialog, or when something nearer has already used the key.
 */
export function useKeys(keys: Record<string, () => void>, on = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const command = latest.current[event.key]
      if (!command) return
      event.preventDefault()
      command()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [on])
}
