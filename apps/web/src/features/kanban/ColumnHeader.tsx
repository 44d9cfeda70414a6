import type { KanbanColumnView } from '@milepost/api-contracts/tasks'
import { clsx } from 'clsx'
import { type ReactNode, useState } from 'react'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { ColumnName } from './ColumnName.tsx'
import { texts } from './texts.ts'
import type { ColumnChanges } from './use-column-changes.ts'

interface HeaderProps {
  /** All its cards count against its limit, also those that a filter hides. */
  column: KanbanColumnView
  /** How many cards it has, in words. */
  count: string | undefined
  folded: boolean
  onFold: () => void
  /** Absent for readers who may not add tasks. */
  onAdd: (() => void) | undefined
  /** Absent for readers who may not change columns. */
  changes: ColumnChanges | undefined
  /** What is open below it. */
  children: ReactNode
}

const box =
  'flex h-9 min-w-0 items-center gap-1.5 rounded-t-lg border border-line border-b-0 bg-sunken'

export function ColumnHeader(props: HeaderProps) {
  const { column, count, folded, onFold, onAdd, changes, children } = props
  const { status, name, wip_limit: limit, tasks } = column
  const [renaming, setRenaming] = useState(false)
  const over = limit !== null && tasks.length > limit
  if (folded) {
    return (
      <button
        type="button"
        aria-expanded={false}
        aria-label={texts.unfold(name)}
        onClick={onFold}
        className={clsx(box, 'justify-center hover:bg-hover')}
      >
        <StatusMark status={status} />
      </button>
    )
  }
  return (
    <div
      className={clsx(
        box,
        'group relative pr-0.5 pl-2',
        over && 'shadow-[inset_0_2px_0_var(--color-amber-mark)]',
      )}
    >
      <StatusMark status={status} className="flex-none" />
      <ColumnName
        name={name}
        editing={renaming}
        onEdited={(next) => {
          setRenaming(false)
          if (next !== name) void changes?.change(column, { name: next })
        }}
      />
      {!renaming && (
        <span
          title={sayLimit(column)}
          className={clsx(
            'flex flex-none items-center gap-1 whitespace-nowrap text-xs tabular-nums',
            over ? 'font-medium text-amber-fg' : 'text-ink-3',
          )}
        >
          {count}
          {column.wip_blocks && limit !== null && <Icon name="lock" size={12} />}
        </span>
      )}
      <span
        className={clsx(
          onAdd ? 'right-7' : 'right-1',
          'absolute bg-sunken opacity-0 focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:static pointer-coarse:ml-auto pointer-coarse:opacity-100',
        )}
      >
        {changes ? (
          <ColumnMenu
            column={column}
            changes={changes}
            onRename={() => setRenaming(true)}
            onFold={onFold}
          />
        ) : (
          <IconButton
            icon="previous"
            iconSize={14}
            size="sm"
            label={texts.fold(name)}
            onClick={onFold}
          />
        )}
      </span>
      {onAdd && (
        <span className="ml-auto pointer-coarse:ml-0">
          <IconButton
            icon="add"
            iconSize={14}
            size="sm"
            label={texts.newTaskIn(name)}
            onClick={onAdd}
          />
        </span>
      )}
      {children}
    </div>
  )
}

function sayLimit({ wip_limit, wip_blocks, tasks }: KanbanColumnView): string | undefined {
  if (wip_limit === null) return undefined
  return texts.limitIs(tasks.length, wip_limit, wip_blocks)
}
