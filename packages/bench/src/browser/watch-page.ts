import type { Page } from '@playwright/test'

/** What a page notes about itself, from before its first line of script runs. */
export interface PageNotes {
  /** Milliseconds from the start of the navigation until a card was painted; null before. */
  firstCardMs: number | null
  /** Tasks of more than 50 ms, by their beginning. */
  longTasks: { start: number; duration: number }[]
  /** Between frames, while somebody counts them. */
  frameMs: number[]
  countFrames: boolean
}

declare global {
  interface Window {
    notes: PageNotes
  }
}

/** Call before the page goes anywhere. The same notes are taken of every page. */
export const watchPage = (page: Page) => page.addInitScript(takeNotes)

function takeNotes(): void {
  const notes: PageNotes = { firstCardMs: null, longTasks: [], frameMs: [], countFrames: false }
  window.notes = notes

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      notes.longTasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })

  const appearance = new MutationObserver(() => {
    if (document.querySelector('[data-card]') === null) return
    appearance.disconnect()
    // The frame after the one that shows it: then it has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        notes.firstCardMs = performance.now()
      }),
    )
  })
  appearance.observe(document, { childList: true, subtree: true })

  let last = performance.now()
  const frame = (now: number) => {
    if (notes.countFrames) notes.frameMs.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
