import type { Kanban } from '@milepost/api-contracts/tasks'
import { useMemo } from 'react'
import { useMembers } from '#shared/api/members-query.ts'
import { useMilestones } from '#shared/api/milestones-query.ts'
import { useMe } from '#shared/api/session-store.ts'
import { localDate } from '#shared/format/dates.ts'
import { cardsIn } from './board.ts'
import { filterBoard } from './board-filter.ts'
import { useDrops } from './board-store.ts'
import { layOut } from './drop.ts'
import { arrangeLanes } from './lanes.ts'
import { texts } from './texts.ts'
import { useBoardView } from './use-board-view.ts'

const noMilestones: never[] = []

/** The server's board with the unanswered drops laid over it, filtered and laid out in lanes. */
export function useBoardShown(served: Kanban) {
  const view = useBoardView()
  const { filter, by } = view
  const drops = useDrops()
  const me = useMe()?.id
  const today = localDate(new Date())
  const members = useMembers(served.project_id).data?.items
  const milestones =
    useMilestones(served.project_id, by === 'milestone').data?.items ?? noMilestones
  const names = useMemo(
    () => new Map(members?.map(({ id, display_name }) => [id, display_name])),
    [members],
  )
  const board = useMemo(() => layOut(served, drops), [served, drops])
  const shown = useMemo(() => filterBoard(board, filter, { me, today }), [board, filter, me, today])
  const lanes = useMemo(
    () => arrangeLanes(shown, by, { names, milestones, all: board }),
    [shown, by, names, milestones, board],
  )
  const counts = useMemo(() => countColumns(board, shown), [board, shown])
  return { ...view, me, today, names, drops, board, shown, lanes, counts }
}

/** How many cards each column has, in words, the same for an open one and a folded one. */
const countColumns = (board: Kanban, shown: Kanban): ReadonlyMap<string, string> =>
  new Map(
    board.columns.map(({ id, tasks, wip_limit }) => [
      id,
      texts.count(cardsIn(shown, id).length, tasks.length, wip_limit),
    ]),
  )
