import { type RefObject, useEffect, useRef } from 'react'

/** Opens a dialog over everything while it is rendered; Esc and a press beside it ask to close. */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const gone = new AbortController()
    const { signal } = gone
    element.showModal()
    element.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault()
        latest.current()
      },
      { signal },
    )
    // The dialog's content fills it, so only its backdrop is the dialog itself.
    element.addEventListener(
      'pointerdown',
      (event) => event.target === element && latest.current(),
      { signal },
    )
    return () => {
      gone.abort()
      element.close()
    }
  }, [])
  return dialog
}
