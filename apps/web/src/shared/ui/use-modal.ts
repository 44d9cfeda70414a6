import { type RefObject, useEffect, useRef } from 'react'

/** What a reader came to the dialog for: something to fill in, else the first of its answers. */
const wanted = [
  ':is(input, select, textarea):not([type="hidden"], :disabled)',
  '[data-dialog-body] :is(button, a[href])',
]

/**
 * Opens a dialog over everything while it is rendered; Esc and a press beside it ask to close. The
 * focus goes to its first field, not to the cross, which comes first in its bar.
 */
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
    firstOf(element)?.focus()
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

function firstOf(dialog: HTMLDialogElement): HTMLElement | undefined {
  for (const selector of wanted) {
    const found = dialog.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return undefined
}
