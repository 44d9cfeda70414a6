import type { Card } from '@milepost/api-contracts/tasks'

/** Near enough that the scroll bar does not jump when a card is measured. In pixels, its gap included. */
export function cardHeight({ title, labels, status, blocked_reason = '' }: Card): number {
  const titleLines = Math.min(3, Math.ceil(title.length / 30))
  const reasonLines = status === 'blocked' ? Math.ceil(blocked_reason.length / 32) + 1 : 0
  return 72 + titleLines * 18 + (labels?.length ? 24 : 0) + reasonLines * 16
}

export const cardsHeight = (cards: readonly Card[]) =>
  cards.reduce((sum, card) => sum + cardHeight(card), 0)
