import { clsx } from 'clsx'
import { useRef } from 'react'
import { Icon } from '#shared/ui/Icon.tsx'
import { numericColumns } from './columns.ts'
import { type ColumnId, clampWidth, type Sorting } from './list-state.ts'
import { columnWord, texts } from './texts.ts'

interface ListHeaderProps {
  columns: readonly ColumnId[]
  template: string
  sort: Sorting
  allSelected: boolean
  widthOf: (column: ColumnId) => number
  onSort: (sort: Sorting) => void
  onWidth: (column: ColumnId, width: number) => void
  onSelectAll: () => void
}

/** A press sorts by a column, a second one the other way round; its edge is dragged. */
export function ListHeader(props: ListHeaderProps) {
  const { columns, template, sort, allSelected, widthOf, onSort, onWidth, onSelectAll } = props
  return (
    <tr
      aria-rowindex={1}
      className="grid h-8 min-w-full border-line border-b bg-canvas text-ink-3 text-xs"
      style={{ gridTemplateColumns: template }}
    >
      <th className="grid place-items-center pl-2 font-normal">
        <input
          type="checkbox"
          aria-label={texts.selectAll}
          checked={allSelected}
          onChange={onSelectAll}
          className="size-3.5 accent-(--color-accent)"
        />
      </th>
      {columns.map((column) => {
        const sorted = sort.column === column
        return (
          <th
            key={column}
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className="relative flex min-w-0 font-normal"
          >
            <button
              type="button"
              onClick={() => onSort({ column, descending: sorted && !sort.descending })}
              className={clsx(
                'flex min-w-0 flex-1 items-center gap-1 px-2 hover:text-ink',
                numericColumns.has(column) && 'justify-end',
                sorted && 'font-medium text-ink',
              )}
            >
              <span className="truncate">{columnWord[column]}</span>
              {sorted && (
                <Icon name={sort.descending ? 'down' : 'up'} size={12} className="flex-none" />
              )}
            </button>
            <Edge column={column} width={widthOf(column)} onWidth={onWidth} />
          </th>
        )
      })}
    </tr>
  )
}

interface EdgeProps {
  column: ColumnId
  width: number
  onWidth: (column: ColumnId, width: number) => void
}

const stepPixels = 16

function Edge({ column, width, onWidth }: EdgeProps) {
  const from = useRef<{ x: number; width: number } | null>(null)
  return (
    <input
      type="range"
      aria-label={texts.resize(columnWord[column])}
      min={48}
      max={960}
      value={width}
      onChange={() => undefined}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -stepPixels, ArrowRight: stepPixels }[event.key]
        if (step === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onWidth(column, clampWidth(width + step))
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (!from.current) return
        onWidth(column, clampWidth(from.current.width + event.clientX - from.current.x))
      }}
      onPointerUp={() => {
        from.current = null
      }}
      className="absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize appearance-none opacity-0 hover:bg-line-strong hover:opacity-100 focus-visible:opacity-100 [&::-webkit-slider-thumb]:appearance-none"
    />
  )
}
