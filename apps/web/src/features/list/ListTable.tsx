import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import type { Line, ListContext } from './arrange-rows.ts'
import { canEditCell, usualWidth } from './columns.ts'
import { gridKeyPressed } from './grid-keys.ts'
import { ListHeader } from './ListHeader.tsx'
import { cellId, ListRow, type RowTools, rowHeight } from './ListRow.tsx'
import type { ColumnId, ListState } from './list-state.ts'
import {
  cellReached,
  tasksChosen,
  useActiveCell,
  useEditedCell,
  useSelected,
} from './list-store.ts'
import { texts } from './texts.ts'

interface ListTableProps {
  lines: readonly Line[]
  state: ListState
  context: ListContext
  editor: { update: 'all' | 'progress' | 'none'; me: string | undefined }
  change: (part: Partial<ListState>) => void
  onSave: RowTools['onSave']
  onOpen: RowTools['onOpen']
  onSuggest: RowTools['onSuggest']
}

/** The rows in view of however many there are. One stop for Tab; inside, the arrows walk. */
export function ListTable(props: ListTableProps) {
  const { lines, state, context, editor, change, onSave, onOpen, onSuggest } = props
  const { columns, widths, sort } = state
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [active, edited, selected] = [useActiveCell(), useEditedCell(), useSelected()]
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  })
  const widthOf = (column: ColumnId) => widths[column] ?? usualWidth[column]
  const template = `40px ${columns
    .map((column) => sized(column, widthOf(column), widths[column] !== undefined))
    .join(' ')}`
  const shownIds = useMemo(
    () => lines.flatMap((line) => (line.kind === 'task' ? [line.id] : [])),
    [lines],
  )
  const tools = useTools({
    ...{ columns, template, context, shownIds },
    editor,
    onSave,
    onOpen,
    onSuggest,
    grid,
  })
  const canEdit = ({ lineId, column }: { lineId: string; column: ColumnId }) => {
    const line = lines.find(({ id }) => id === lineId)
    return line?.kind === 'task' && tools.canEdit(column, line.task)
  }

  function pressed(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return
    const page = Math.floor((scroller.current?.clientHeight ?? 640) / rowHeight) - 2
    const scrollTo = (index: number) => virtual.scrollToIndex(index)
    if (gridKeyPressed(event, { lines, columns, page, canEdit, onOpen, scrollTo })) {
      event.preventDefault()
    }
  }
  function entered() {
    const [first, column] = [lines[0], columns[0]]
    if (!active && first && column) cellReached({ lineId: first.id, column })
  }
  // One object: the role makes it belong.
  const walked = {
    'aria-activedescendant': active && !edited ? cellId(active.lineId, active.column) : undefined,
  }
  const all = shownIds.length > 0 && shownIds.every((id) => selected.has(id))

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto bg-surface">
      <table
        ref={grid}
        {...gridRole}
        {...walked}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        onFocus={entered}
        onKeyDown={pressed}
        className="block w-fit min-w-full outline-none"
      >
        <thead className="sticky top-0 z-10 block">
          <ListHeader
            {...{ columns, template, sort, widthOf }}
            allSelected={all}
            onSort={(next) => change({ sort: next })}
            onWidth={(column, width) => change({ widths: { ...widths, [column]: width } })}
            onSelectAll={() => tasksChosen(all ? [] : shownIds)}
          />
        </thead>
        <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            return (
              line && (
                <ListRow
                  key={line.id}
                  line={line}
                  index={index}
                  top={start}
                  tools={tools}
                  selected={selected.has(line.id)}
                  activeColumn={active?.lineId === line.id ? active.column : null}
                  editedColumn={edited?.lineId === line.id ? edited.column : null}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A table one walks through cell by cell. */
const gridRole = {
  role: 'grid',
  tabIndex: 0,
  'aria-label': texts.grid,
  'aria-multiselectable': true,
} as const

/** The title takes what is left, until somebody gives it a width. */
const sized = (column: ColumnId, width: number, chosen: boolean) =>
  column === 'title' && !chosen ? `minmax(${width}px, 1fr)` : `${width}px`

interface ToolsInput extends Omit<RowTools, 'canEdit' | 'focusGrid'> {
  editor: ListTableProps['editor']
  grid: RefObject<HTMLTableElement | null>
}

/** The same object as long as nothing of it changes, so that rows need not be drawn again. */
function useTools(input: ToolsInput): RowTools {
  const { columns, template, context, shownIds, editor, onSave, onOpen, onSuggest, grid } = input
  const { update, me } = editor
  return useMemo(
    () => ({
      ...{ columns, template, context, shownIds, onSave, onOpen, onSuggest },
      canEdit: (column, task) => canEditCell(column, task, { update, me }),
      focusGrid: () => grid.current?.focus({ preventScroll: true }),
    }),
    [columns, template, context, shownIds, update, me, onSave, onOpen, onSuggest, grid],
  )
}
