import type { KanbanColumnView } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'
import { memo } from 'react'
import { CardList, type CardSetting, type DropSlot } from './CardList.tsx'
import { texts } from './texts.ts'

interface BoardCellProps {
  /** With the cards of this cell. */
  column: KanbanColumnView
  /** Of all lanes, in words. Said once, in the first lane. */
  count: string | undefined
  lane: { id: string; label: string }
  folded: boolean
  /** The only lane there is reaches down to the end of the window. */
  tall: boolean
  slot: DropSlot | null
  setting: CardSetting
  onUnfold: (columnId: string) => void
}

const box = 'border-line border-x bg-sunken'

/** A column in a lane. A folded one takes no more room than its name, upright. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const { column, count, lane, folded, tall, slot, setting, onUnfold } = props
  const { id, name, tasks } = column
  const place = { 'data-column': id, 'data-swimlane': lane.id }
  if (folded) {
    return (
      <button
        type="button"
        {...place}
        tabIndex={-1}
        title={texts.unfold(name)}
        onClick={() => onUnfold(id)}
        className={clsx(
          box,
          'flex min-w-0 justify-center hover:bg-hover',
          tall && 'rounded-b-lg border-b',
          slot && 'bg-accent-soft outline-[1.5px] outline-accent outline-dashed -outline-offset-2',
        )}
      >
        {count !== undefined && (
          <span className="sticky top-[148px] mt-3 block whitespace-nowrap font-medium text-ink-2 [writing-mode:vertical-rl]">
            {name} <span className="text-ink-3 tabular-nums">{count}</span>
          </span>
        )}
      </button>
    )
  }
  return (
    <section
      {...place}
      aria-label={lane.label === '' ? name : `${name}, ${lane.label}`}
      className={clsx(
        box,
        'min-w-0 px-1.5 pt-1 pb-2',
        tall ? 'min-h-[calc(100vh-200px)] rounded-b-lg border-b' : 'min-h-14',
      )}
    >
      <CardList cards={tasks} slot={slot} setting={setting} />
    </section>
  )
})
