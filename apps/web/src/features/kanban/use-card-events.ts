import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { type RefObject, useEffect, useRef } from 'react'
import { findCard } from './board.ts'
import { currentDrag } from './board-store.ts'

interface CardEvents {
  board: Kanban
  onOpen: (card: Card) => void
  onLift: (card: Card, height: number) => void
}

export const cardElementOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null

/**
 * Enter and click open a card, Space lifts it. Heard once for the whole board: a card that a scroll
 * brings into the page has nothing to attach.
 */
export function useCardEvents(surface: RefObject<HTMLElement | null>, events: CardEvents): void {
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => {
    const element = surface.current
    if (!element) return
    const gone = new AbortController()
    const { signal } = gone
    const cardOf = (found: HTMLElement) => findCard(latest.current.board, found.dataset.card ?? '')

    element.addEventListener(
      'click',
      ({ target }) => {
        const found = cardElementOf(target)
        const card = found && cardOf(found)
        // The click that ends a drag opens nothing.
        if (card && currentDrag() === null) latest.current.onOpen(card)
      },
      { signal },
    )
    element.addEventListener(
      'keydown',
      (event) => {
        const found = cardElementOf(event.target)
        const card = found === event.target && found && cardOf(found)
        if (!card) return
        if (event.key === 'Enter') latest.current.onOpen(card)
        else if (event.key === ' ' && 'movable' in found.dataset)
          latest.current.onLift(card, found.offsetHeight)
        else return
        event.preventDefault()
      },
      { signal },
    )
    return () => gone.abort()
  }, [surface])
}
