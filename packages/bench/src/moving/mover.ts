import {
  type Card,
  kanbanSchema,
  type MovedTask,
  type TaskStatus,
} from '@milepost/api-contracts/tasks'
import { type Ask, ask } from '#measure/send.ts'
import { pick, randomFrom } from '#seed/random.ts'

interface Board {
  projectId: string
  headers: Record<string, string>
  seed: number
}

/** Somebody who sees the whole board and drags one card after the other to any place on it. */
export async function moverOn(gatewayUrl: string, { projectId, headers, seed }: Board) {
  const path = `/api/v1/projects/${projectId}/kanban`
  const { authorization = '' } = headers
  const board = kanbanSchema.parse(await ask(gatewayUrl, { path, headers: { authorization } }))
  const random = randomFrom(seed)
  // A blocked card needs a reason, which is another matter.
  const columns = new Map<TaskStatus, Card[]>(
    board.columns.flatMap(({ status, tasks }) => (status === 'blocked' ? [] : [[status, tasks]])),
  )
  const statuses = [...columns.keys()]
  const cardsIn = (status: TaskStatus) => columns.get(status) ?? []

  return {
    next(): { ask: Ask; answered: (moved: MovedTask) => void } {
      const from = cardsIn(
        pick(
          random,
          statuses.filter((status) => cardsIn(status).length > 0),
        ),
      )
      const [card] = from.splice(Math.floor(random() * from.length), 1)
      if (!card) throw new Error('The board is empty.')
      const status = pick(random, statuses)
      const to = cardsIn(status)
      const place = Math.floor(random() * (to.length + 1))
      const body = {
        status,
        after_id: to[place - 1]?.id ?? null,
        before_id: to[place]?.id ?? null,
        version: card.version,
      }
      return {
        ask: { method: 'PATCH', path: `/api/v1/tasks/${card.id}/move`, headers, body },
        answered: ({ task }) => to.splice(place, 0, task),
      }
    },
  }
}
