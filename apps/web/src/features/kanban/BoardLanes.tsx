import type { Card } from '@milepost/api-contracts/tasks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { BoardLane } from './BoardLane.tsx'
import type { Drag } from './board-store.ts'
import type { CardSetting } from './CardList.tsx'
import { cardsHeight } from './card-height.ts'
import type { Swimlane } from './lanes.ts'
import { toggled } from './toggled.ts'
import { listsMoved, useLaneSpan } from './use-lane-span.ts'

interface BoardLanesProps {
  lanes: readonly Swimlane[]
  grouped: boolean
  folded: ReadonlySet<string>
  template: string
  counts: ReadonlyMap<string, string>
  drag: Drag | null
  /** The card of a drag by keyboard. */
  carried: Card | undefined
  setting: CardSetting
  onUnfold: (columnId: string) => void
}

interface Row {
  lane: Swimlane
  collapsed: boolean
  /** Estimated, in pixels. */
  height: number
}

/** All lanes of the board, of which only those near the window are in the page. */
export function BoardLanes(props: BoardLanesProps) {
  const { lanes, grouped, folded, template, drag, carried } = props
  const list = useRef<HTMLDivElement>(null)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string) => {
    setCollapsed((known) => toggled(known, id))
    requestAnimationFrame(listsMoved)
  }, [])
  const rows = useMemo(
    () => lanes.map((lane) => rowOf(lane, grouped && collapsed.has(lane.id), folded)),
    [lanes, grouped, collapsed, folded],
  )
  const { first, until, above, below } = useLaneSpan({ list, items: rows, keyOf, estimate })

  return (
    <div ref={list} style={{ paddingTop: above, paddingBottom: below }}>
      {rows.slice(first, until).map((row, at) => (
        <BoardLane
          key={row.lane.id}
          lane={row.lane}
          grouped={grouped}
          collapsed={row.collapsed}
          folded={folded}
          template={template}
          counts={first + at === 0 ? props.counts : null}
          slot={slotOf(row.lane, drag, carried)}
          setting={props.setting}
          onUnfold={props.onUnfold}
          onCollapse={toggle}
        />
      ))}
    </div>
  )
}

const headerHeight = 36
/** Of a lane without cards, in pixels. */
const cellHeightMin = 56

function rowOf(lane: Swimlane, collapsed: boolean, folded: ReadonlySet<string>): Row {
  if (collapsed) return { lane, collapsed, height: headerHeight }
  const heights = lane.columns
    .filter(({ id }) => !folded.has(id))
    .map(({ tasks }) => cardsHeight(tasks))
  return { lane, collapsed, height: headerHeight + Math.max(cellHeightMin, ...heights) }
}

const keyOf = ({ lane, collapsed }: Row) => (collapsed ? `${lane.id} collapsed` : lane.id)
const estimate = ({ height }: Row) => height

function slotOf(lane: Swimlane, drag: Drag | null, card: Card | undefined) {
  if (!drag?.target || drag.target.lane !== lane.id) return null
  const { column_id, before_id } = drag.target
  return { column_id, before_id, height: drag.height, card }
}
