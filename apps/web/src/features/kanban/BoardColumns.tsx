import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMembers } from '#shared/api/members-query.ts'
import { useMe } from '#shared/api/session-store.ts'
import { localDate } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { HeaderActions } from '#shared/ui/HeaderActions.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { useKeys } from '#shared/ui/use-keys.ts'
import { BlockedReasonDialog } from './BlockedReasonDialog.tsx'
import { BoardToolbar } from './BoardToolbar.tsx'
import { countCards, type DropTarget, describeDrop, layOut } from './board.ts'
import { filterBoard } from './board-filter.ts'
import {
  cardDropped,
  draggedCard,
  reasonAsked,
  reasonGivenUp,
  useAskedReason,
  useDrag,
  useMoves,
} from './board-store.ts'
import { useFoldedColumns } from './folded-columns.ts'
import { KanbanColumn, KanbanColumnHeader } from './KanbanColumn.tsx'
import { texts } from './texts.ts'
import { useAskedCard } from './use-asked-card.ts'
import { useBoardFilters } from './use-board-filters.ts'
import { useCardEvents } from './use-card-events.ts'
import { useKeyboardDrag } from './use-keyboard-drag.ts'
import { usePointerDrag } from './use-pointer-drag.ts'

/** The server's board with the unanswered drops laid over it. */
export function BoardColumns({ board: served }: { board: Kanban }) {
  const client = useQueryClient()
  const me = useMe()
  const drag = useDrag()
  const moves = useMoves()
  const asked = useAskedReason()
  const { filters, toggle } = useBoardFilters()
  const { isFolded, toggleFold } = useFoldedColumns(served)
  const [, setParams] = useSearchParams()
  const [adding, setAdding] = useState<string | null>(null)
  const members = useMembers(served.project_id).data?.items
  const names = useMemo(
    () => new Map(members?.map(({ id, display_name }) => [id, display_name])),
    [members],
  )
  const surface = useRef<HTMLElement>(null)
  const { PointerDrag, press } = usePointerDrag(surface)
  const today = localDate(new Date())
  const board = useMemo(() => layOut(served, moves), [served, moves])
  const shown = useMemo(
    () => filterBoard(board, filters, { me: me?.id, today }),
    [board, filters, me?.id, today],
  )
  const dragged = draggedCard(board, drag)
  const statuses = shown.columns.map(({ status }) => status)
  const keyboard = useKeyboardDrag({ board: shown, statuses, card: dragged, onDrop: drop })
  useKeys({ c: () => setAdding('todo') }, served.can.create_task)
  useAskedCard(() => served.can.create_task && setAdding('todo'))

  const mayMove = (card: Card) =>
    served.can.move === 'all' || (served.can.move === 'assigned' && card.assignee_id === me?.id)

  function drop(card: Card, target: DropTarget) {
    const move = describeDrop(shown, card, target)
    if (!move) return
    if (move.status !== 'blocked') void cardDropped(client, served.project_id, card, move)
    else if (card.status === 'blocked' && card.blocked_reason !== undefined)
      void cardDropped(client, served.project_id, card, {
        ...move,
        blocked_reason: card.blocked_reason,
      })
    else reasonAsked({ card, move })
  }

  const openTask = (card: Card) =>
    setParams((current) => {
      const next = new URLSearchParams(current)
      next.set('task', card.id)
      return next
    })
  useCardEvents(surface, { board: shown, onOpen: openTask, onLift: keyboard.lift })

  const template = shown.columns
    .map(({ status }) => (isFolded(status) ? '36px' : 'minmax(208px, 1fr)'))
    .join(' ')
  const lane = {
    projectKey: served.key,
    names,
    today,
    drag,
    dragged,
    moves,
    mayMove,
  }

  return (
    <>
      {served.can.create_task && (
        <HeaderActions>
          <Button variant="primary" onClick={() => setAdding('todo')}>
            <Icon name="add" />
            {texts.newTask} <Kbd inherit>C</Kbd>
          </Button>
        </HeaderActions>
      )}
      <BoardToolbar
        filters={filters}
        onToggle={toggle}
        shown={countCards(shown)}
        all={countCards(board)}
        completion={served.completion_percentage}
      />
      <p id="board-keys" className="sr-only">
        {texts.keys}
      </p>
      <p role="status" className="sr-only">
        {keyboard.announcement}
      </p>
      {countCards(shown) === 0 && (
        <EmptyState title={texts.noMatch} className="px-6">
          {texts.noMatchHint}
        </EmptyState>
      )}
      <main ref={surface} className="px-6 pb-16 max-sm:px-3" hidden={countCards(shown) === 0}>
        <div
          className="sticky top-[88px] z-(--z-sticky) grid gap-2 bg-canvas pt-3 max-sm:top-[128px]"
          style={{ gridTemplateColumns: template }}
        >
          {board.columns.map((column) => (
            <KanbanColumnHeader
              key={column.status}
              column={column}
              folded={isFolded(column.status)}
              onFold={() => toggleFold(column.status)}
              onAdd={
                served.can.create_task && column.status !== 'blocked'
                  ? () => setAdding(column.status)
                  : undefined
              }
            />
          ))}
        </div>
        <div className="grid gap-2" style={{ gridTemplateColumns: template }}>
          {shown.columns.map((column) => (
            <KanbanColumn
              key={column.status}
              column={column}
              folded={isFolded(column.status)}
              projectId={served.project_id}
              adding={adding === column.status}
              onAddDone={() => setAdding(null)}
              {...lane}
            />
          ))}
        </div>
      </main>
      {PointerDrag && (
        <PointerDrag
          surface={surface}
          board={shown}
          press={press}
          names={names}
          today={today}
          onDrop={drop}
        />
      )}
      {asked && (
        <BlockedReasonDialog
          onGivenUp={reasonGivenUp}
          onGiven={(blocked_reason) => {
            reasonGivenUp()
            void cardDropped(client, served.project_id, asked.card, {
              ...asked.move,
              blocked_reason,
            })
          }}
        />
      )}
    </>
  )
}
