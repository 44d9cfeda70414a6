import type { Kanban } from '@milepost/api-contracts/tasks'
import { useEffect, useState } from 'react'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { columnOf, findCard } from './board.ts'
import { scrollToCard } from './scroll-to-card.ts'
import { texts } from './texts.ts'

/** Shows a card that was just added, once the board has it, or says why it is not to be seen. */
export function useAddedCard(board: Kanban, shown: Kanban): (taskId: string) => void {
  const [added, setAdded] = useState<string | null>(null)
  useEffect(() => {
    const card = added === null ? undefined : findCard(board, added)
    if (!card) return
    setAdded(null)
    const column = columnOf(shown, card)
    const index = column?.tasks.findIndex(({ id }) => id === card.id) ?? -1
    if (!column || index === -1) {
      const subject = `${board.key}-${card.number}`
      somethingHappened({ subject, text: texts.hiddenByFilter })
    } else scrollToCard(card.id, column.id, index / column.tasks.length)
  }, [added, board, shown])
  return setAdded
}
