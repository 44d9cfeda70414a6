import { memo } from 'react'
import { BoardCell } from './BoardCell.tsx'
import type { CardSetting, DropSlot } from './CardList.tsx'
import { LaneHeader } from './LaneHeader.tsx'
import type { Swimlane } from './lanes.ts'

interface BoardLaneProps {
  lane: Swimlane
  /** Whether there are lanes at all; else this is the whole board. */
  grouped: boolean
  collapsed: boolean
  folded: ReadonlySet<string>
  /** Of the grid's columns. */
  template: string
  /** How many cards each column has, in words; only for the first lane, which says it. */
  counts: ReadonlyMap<string, string> | null
  /** Only of the lane it is in. */
  slot: (DropSlot & { column_id: string }) | null
  setting: CardSetting
  onUnfold: (columnId: string) => void
  onCollapse: (laneId: string) => void
}

/** A row of the board. Kept as it is while a card is dragged elsewhere. */
export const BoardLane = memo(function BoardLane(props: BoardLaneProps) {
  const { lane, grouped, collapsed, folded, template, counts, slot, setting } = props
  return (
    <div>
      {grouped && <LaneHeader lane={lane} collapsed={collapsed} onCollapse={props.onCollapse} />}
      {!collapsed && (
        <div className="grid gap-2" style={{ gridTemplateColumns: template }}>
          {lane.columns.map((column) => (
            <BoardCell
              key={column.id}
              column={column}
              count={counts?.get(column.id)}
              lane={lane}
              folded={folded.has(column.id)}
              tall={!grouped}
              slot={slot?.column_id === column.id ? slot : null}
              setting={setting}
              onUnfold={props.onUnfold}
            />
          ))}
        </div>
      )}
    </div>
  )
})
