import type { Kanban } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { columnOf } from './board.ts'
import { QuickAdd } from './QuickAdd.tsx'
import { texts } from './texts.ts'

/** A board without a card yet: what belongs here and the first step. */
export function EmptyBoard({ board }: { board: Kanban }) {
  const [adding, setAdding] = useState(false)
  const column = columnOf(board, { status: 'todo' })
  return (
    <EmptyState
      title={texts.empty}
      actions={
        board.can.create_task &&
        (adding && column ? (
          <div className="w-72">
            <QuickAdd board={board} column={column} onDone={() => setAdding(false)} />
          </div>
        ) : (
          <Button variant="primary" onClick={() => setAdding(true)}>
            {texts.newTask}
          </Button>
        ))
      }
    >
      {texts.emptyHint}
    </EmptyState>
  )
}
