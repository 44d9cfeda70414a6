import { create } from 'zustand'

interface Notice {
  /** Said in bold before the rest: "WAF-126". */
  subject?: string
  text: string
  undo?: () => void
}

interface ToastState {
  /** What just happened. It goes away by itself. */
  notice: (Notice & { number: number }) | null
  /** What went wrong. It stays until someone has read it, below any newer notice. */
  failure: string | null
}

export const useToastStore = create<ToastState>()(() => ({ notice: null, failure: null }))

let number = 0

/** One at a time: a newer notice takes the older one's place. */
export function somethingHappened(notice: Notice): void {
  number += 1
  useToastStore.setState({ notice: { ...notice, number } })
}

export function somethingFailed(text: string): void {
  useToastStore.setState({ failure: text, notice: null })
}

export function toastDismissed(): void {
  useToastStore.setState(({ notice }) => (notice ? { notice: null } : { failure: null }))
}

/** Takes the last thing back. Without anything to take back it does nothing. */
export function undoRequested(): void {
  const { notice } = useToastStore.getState()
  if (!notice?.undo) return
  useToastStore.setState({ notice: null })
  notice.undo()
}
