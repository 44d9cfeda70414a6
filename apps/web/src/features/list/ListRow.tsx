import type { TaskRowView } from '@milepost/api-contracts/list'
import { clsx } from 'clsx'
import { type CSSProperties, memo } from 'react'
import { Icon } from '#shared/ui/Icon.tsx'
import type { Line, ListContext } from './arrange-rows.ts'
import { CellContent } from './CellContent.tsx'
import { CellEditor } from './CellEditor.tsx'
import { numericColumns } from './columns.ts'
import type { ColumnId } from './list-state.ts'
import { cellClosed, cellOpened, cellReached, rangeChosen, taskToggled } from './list-store.ts'
import type { RowChange } from './save-tasks.ts'
import { texts } from './texts.ts'

export const rowHeight = 32
export const cellId = (lineId: string, column: ColumnId) => `cell-${lineId}-${column}`

/** What the rows have in common; the same object as long as nothing of it changes. */
export interface RowTools {
  columns: readonly ColumnId[]
  template: string
  context: ListContext
  /** Of the tasks shown, in their order. */
  shownIds: readonly string[]
  canEdit: (column: ColumnId, task: TaskRowView) => boolean
  onSave: (task: TaskRowView, change: RowChange) => void
  onOpen: (taskId: string) => void
  onSuggest: (task: TaskRowView) => void
  focusGrid: () => void
}

interface ListRowProps {
  line: Line
  index: number
  top: number
  tools: RowTools
  selected: boolean
  activeColumn: ColumnId | null
  editedColumn: ColumnId | null
}

export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { line, index, top, tools } = props
  const style: CSSProperties = {
    transform: `translateY(${top}px)`,
    height: rowHeight,
    gridTemplateColumns: tools.template,
  }
  return line.kind === 'group' ? (
    <GroupRow line={line} index={index} style={style} />
  ) : (
    <TaskRow {...props} line={line} style={style} />
  )
})

const look = 'absolute top-0 left-0 grid min-w-full border-line border-b'

interface GroupRowProps {
  line: Extract<Line, { kind: 'group' }>
  index: number
  style: CSSProperties
}

const GroupRow = ({ line, index, style }: GroupRowProps) => (
  <tr aria-rowindex={index + 2} className={clsx(look, 'bg-sunken')} style={style}>
    <td className="col-span-full flex items-center gap-2 px-6 font-medium">
      {line.label}
      <span className="font-normal text-ink-3 text-xs tabular-nums">{line.count}</span>
    </td>
  </tr>
)

interface TaskRowProps extends ListRowProps {
  line: Extract<Line, { kind: 'task' }>
  style: CSSProperties
}

function TaskRow(props: TaskRowProps) {
  const { line, index, tools, selected, activeColumn, editedColumn, style } = props
  const { task } = line
  const { columns, context, focusGrid, shownIds } = tools
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={clsx(look, selected ? 'bg-selected' : 'bg-surface hover:bg-hover')}
      style={style}
    >
      <td className="grid place-items-center pl-2">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={texts.selectTask(`${context.rows.key}-${task.number}`)}
          checked={selected}
          className="size-3.5 accent-(--color-accent)"
          onClick={(event) => {
            if (event.shiftKey) rangeChosen(shownIds, task.id)
            else taskToggled(task.id)
            focusGrid()
          }}
          // Whether shift was held only a click tells.
          onChange={() => undefined}
        />
      </td>
      {columns.map((column) => (
        <TaskCell
          key={column}
          column={column}
          line={line}
          tools={tools}
          active={activeColumn === column}
          editing={editedColumn === column}
        />
      ))}
    </tr>
  )
}

interface TaskCellProps {
  column: ColumnId
  line: Extract<Line, { kind: 'task' }>
  tools: RowTools
  active: boolean
  editing: boolean
}

/** How far a level of the tree is set in, in pixels. */
const indent = 18

function TaskCell({ column, line, tools, active, editing }: TaskCellProps) {
  const { task, depth } = line
  const { context, canEdit, onSave, onOpen, onSuggest, focusGrid } = tools
  const id = cellId(task.id, column)
  if (editing) {
    return (
      <td id={id} className="min-w-0">
        <CellEditor
          column={column}
          task={task}
          context={context}
          onSave={(change) => onSave(task, change)}
          onSuggest={() => onSuggest(task)}
          onClose={() => {
            cellClosed()
            focusGrid()
          }}
        />
      </td>
    )
  }
  const cell = { lineId: task.id, column }
  const content = <CellContent {...{ column, task, context }} />
  return (
    <td
      id={id}
      onPointerDown={() => cellReached(cell)}
      onDoubleClick={() => (canEdit(column, task) ? cellOpened(cell) : onOpen(task.id))}
      className={clsx(
        'flex min-w-0 items-center overflow-hidden px-2',
        numericColumns.has(column) && 'justify-end tabular-nums',
        active && 'outline-2 outline-focus outline-offset-[-2px]',
      )}
      style={column === 'title' ? { paddingLeft: 8 + depth * indent } : undefined}
    >
      {column === 'title' && depth > 0 && (
        <Icon name="subtasks" size={12} className="mr-1.5 flex-none text-ink-3" />
      )}
      {column === 'key' ? (
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onOpen(task.id)}
          className="truncate hover:underline"
        >
          {content}
        </button>
      ) : (
        content
      )}
      {column === 'title' && task.subtasks && (
        <span className="ml-2 flex-none text-ink-3 text-xs tabular-nums">
          {task.subtasks.done}/{task.subtasks.total}
        </span>
      )}
    </td>
  )
}
