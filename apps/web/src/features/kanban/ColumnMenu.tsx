import type { KanbanColumnView } from '@milepost/api-contracts/tasks'
import { useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import type { MenuItem } from '#shared/ui/menu-items.ts'
import { LimitForm } from './LimitForm.tsx'
import { Popover } from './Popover.tsx'
import { texts } from './texts.ts'
import type { ColumnChanges } from './use-column-changes.ts'

interface ColumnMenuProps {
  column: KanbanColumnView
  changes: ColumnChanges
  onRename: () => void
  onFold: () => void
}

/** What the project's managers may do to a column. */
export function ColumnMenu({ column, changes, onRename, onFold }: ColumnMenuProps) {
  const [open, setOpen] = useState<'limit' | 'removal' | null>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const { left, right, heir } = changes.around(column)
  const items: (MenuItem | undefined)[] = [
    { label: texts.rename, icon: 'edit', onSelect: onRename },
    { label: texts.limit, icon: 'filter', onSelect: () => setOpen('limit') },
    left && { label: texts.moveLeft, icon: 'previous', onSelect: () => changes.swap(column, left) },
    right && { label: texts.moveRight, icon: 'next', onSelect: () => changes.swap(column, right) },
    { label: texts.foldColumn, icon: 'becomes', onSelect: onFold },
  ]
  const removal: MenuItem[] = heir
    ? [{ label: texts.remove, icon: 'close', onSelect: () => setOpen('removal') }]
    : []

  return (
    <span ref={anchor}>
      <Menu
        label={texts.menuOf(column.name)}
        placement="bottom-end"
        groups={[
          { items: items.filter((item) => item !== undefined) },
          ...(removal.length > 0 ? [{ items: removal }] : []),
        ]}
      >
        {(trigger) => (
          <IconButton
            icon="more"
            iconSize={14}
            size="sm"
            label={texts.menuOf(column.name)}
            {...trigger}
          />
        )}
      </Menu>
      {open === 'limit' && (
        <Popover label={texts.limitOf(column.name)} anchor={anchor} onClose={() => setOpen(null)}>
          <LimitForm
            limit={column.wip_limit}
            blocks={column.wip_blocks}
            onGiven={(limits) => {
              setOpen(null)
              void changes.change(column, limits)
            }}
          />
        </Popover>
      )}
      {open === 'removal' && heir && (
        <Dialog title={texts.removeColumn(column.name)} onClose={() => setOpen(null)}>
          <p className="mt-3">{texts.removalHint(column.tasks.length, heir.name)}</p>
          <div className="mt-5 flex justify-end gap-2">
            <Button size="lg" onClick={() => setOpen(null)}>
              {texts.cancel}
            </Button>
            <Button
              size="lg"
              variant="primary"
              onClick={() => {
                setOpen(null)
                void changes.remove(column)
              }}
            >
              {texts.remove}
            </Button>
          </div>
        </Dialog>
      )}
    </span>
  )
}
