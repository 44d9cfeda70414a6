import type { Card, Kanban } from '@milepost/api-contracts/tasks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { HeaderActions } from '#shared/ui/HeaderActions.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { useKeys } from '#shared/ui/use-keys.ts'
import { BlockedReasonDialog } from './BlockedReasonDialog.tsx'
import { BoardLanes } from './BoardLanes.tsx'
import { BoardToolbar } from './BoardToolbar.tsx'
import { columnOf, countCards } from './board.ts'
import { gridOf } from './board-grid.ts'
import { draggedCard, reasonGivenUp, useAskedReason, useDrag } from './board-store.ts'
import type { CardSetting } from './CardList.tsx'
import { ColumnHeader } from './ColumnHeader.tsx'
import { useFoldedColumns } from './folded-columns.ts'
import { QuickAdd } from './QuickAdd.tsx'
import { texts } from './texts.ts'
import { useAddedCard } from './use-added-card.ts'
import { useAskedCard } from './use-asked-card.ts'
import { useBoardShown } from './use-board-shown.ts'
import { useCardEvents } from './use-card-events.ts'
import { useColumnChanges } from './use-column-changes.ts'
import { useDrop } from './use-drop.ts'
import { useKeyboardDrag } from './use-keyboard-drag.ts'
import { usePointerDrag } from './use-pointer-drag.ts'
import { useWidePage } from './use-wide-page.ts'

/** A board with cards, and everything one does with it. */
export function BoardColumns({ board: served }: { board: Kanban }) {
  const { can, key: projectKey } = served
  const view = useBoardShown(served)
  const { by, me, today, names, drops, board, shown, lanes, counts } = view
  const drag = useDrag()
  const asked = useAskedReason()
  const { folded, toggleFold } = useFoldedColumns(served)
  const [addingIn, setAddingIn] = useState<string | null>(null)
  const surface = useRef<HTMLElement>(null)
  const { PointerDrag, press } = usePointerDrag(surface)
  const dragged = draggedCard(board, drag)
  const changes = useColumnChanges(served)
  const { drop, stays, sendWithReason } = useDrop({ board: shown, by, lanes })
  const keyboard = useKeyboardDrag({ board: shown, by, lanes, card: dragged, onDrop: drop })
  const showAdded = useAddedCard(board, shown)
  const addTodo = () => setAddingIn(columnOf(served, { status: 'todo' })?.id ?? null)
  useKeys({ c: addTodo }, can.create_task)
  useAskedCard(() => can.create_task && addTodo())
  useCardEvents(surface, {
    board: shown,
    onOpen: ({ id }) => view.open(id),
    onLift: keyboard.lift,
  })

  const mayMove = useCallback(
    ({ assignee_id }: Card) =>
      can.move === 'all' || (can.move === 'assigned' && assignee_id === me),
    [can.move, me],
  )
  const draggedId = drag?.taskId
  const setting = useMemo<CardSetting>(
    () => ({ projectKey, names, today, drops, mayMove, draggedId }),
    [projectKey, names, today, drops, mayMove, draggedId],
  )
  const grid = gridOf(shown.columns.map(({ id }) => folded.has(id)))
  useWidePage(grid.width)

  return (
    <>
      {can.create_task && (
        <HeaderActions>
          <Button variant="primary" onClick={addTodo}>
            <Icon name="add" />
            {texts.newTask} <Kbd inherit>C</Kbd>
          </Button>
        </HeaderActions>
      )}
      <BoardToolbar
        board={board}
        names={names}
        filter={view.filter}
        by={by}
        shown={countCards(shown)}
        all={countCards(board)}
        change={view.change}
        group={view.group}
        onAddColumn={can.configure ? (column) => void changes.add(column) : undefined}
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
          style={{ gridTemplateColumns: grid.template }}
        >
          {board.columns.map((column) => (
            <ColumnHeader
              key={column.id}
              column={column}
              count={counts.get(column.id)}
              folded={folded.has(column.id)}
              onFold={() => toggleFold(column.id)}
              onAdd={
                can.create_task && column.status !== 'blocked'
                  ? () => setAddingIn(column.id)
                  : undefined
              }
              changes={can.configure ? changes : undefined}
            >
              {addingIn === column.id && (
                <QuickAdd
                  floats
                  board={board}
                  column={column}
                  onAdded={({ id }) => showAdded(id)}
                  onDone={() => setAddingIn(null)}
                />
              )}
            </ColumnHeader>
          ))}
        </div>
        <BoardLanes
          lanes={lanes}
          grouped={by !== 'none'}
          folded={folded}
          template={grid.template}
          counts={counts}
          drag={drag}
          carried={drag?.by === 'keyboard' ? dragged : undefined}
          setting={setting}
          onUnfold={toggleFold}
        />
      </main>
      {PointerDrag && (
        <PointerDrag
          {...{ surface, press, board: shown, lanes, names, today, stays }}
          onDrop={drop}
        />
      )}
      {asked && (
        <BlockedReasonDialog
          onGivenUp={reasonGivenUp}
          onGiven={(reason) => {
            reasonGivenUp()
            sendWithReason(asked, reason)
          }}
        />
      )}
    </>
  )
}
