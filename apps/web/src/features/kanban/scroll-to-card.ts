/** Enough to come near a card step by step, as the cards on the way get their true heights. */
const triesMax = 8

/**
 * Scrolls to a card that may not be in the page yet: to where it should be in its cell, until it is
 * there. `share` is how much of the cell lies above it, from 0 to 1.
 */
export function scrollToCard(
  taskId: string,
  columnId: string,
  share: number,
  tries = triesMax,
): void {
  const card = document.querySelector(`[data-card="${taskId}"]`)
  const list = document.querySelector(`[data-column="${columnId}"] ul`)
  card?.scrollIntoView({ block: 'center' })
  if (card || !list || tries === 0) return
  const { top, height } = list.getBoundingClientRect()
  window.scrollBy({ top: top + height * share - window.innerHeight / 2 })
  requestAnimationFrame(() =>
    requestAnimationFrame(() => scrollToCard(taskId, columnId, share, tries - 1)),
  )
}
