import { type BulkChange, bulkTasksMax, type TaskRowView } from '@milepost/api-contracts/list'
import type { TaskPriority, TaskStatus } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import type { MenuItem } from '#shared/ui/menu-items.ts'
import { PriorityMark } from '#shared/ui/PriorityMark.tsx'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ListContext } from './arrange-rows.ts'
import { BlockedReason } from './BlockedReason.tsx'
import { BulkDialog, type BulkQuestion } from './BulkDialog.tsx'
import { selectionCleared } from './list-store.ts'
import { texts } from './texts.ts'

interface SelectionBarProps {
  selected: readonly TaskRowView[]
  tasks: readonly TaskRowView[]
  context: ListContext
  can: { update: 'all' | 'progress' | 'none'; delete: boolean }
  onChange: (set: BulkChange) => void
  onDelete: () => void
}

/** What can be done to all selected tasks at once. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, tasks, context, can, onChange, onDelete } = props
  const [asked, setAsked] = useState<BulkQuestion | 'blocked' | null>(null)
  if (selected.length === 0) return null
  const tooMany = selected.length > bulkTasksMax
  const { rows, names } = context

  const statuses = Object.entries(statusWord).map(([status, label]) => ({
    label,
    mark: <StatusMark status={status as TaskStatus} />,
    onSelect: () =>
      status === 'blocked' ? setAsked('blocked') : onChange({ status: status as TaskStatus }),
  }))
  const people = [
    ...[...names].map(([id, label]) => ({ label, onSelect: () => onChange({ assignee_id: id }) })),
    { label: texts.nobody, onSelect: () => onChange({ assignee_id: null }) },
  ]
  const priorities = Object.entries(priorityWord).map(([priority, label]) => ({
    label,
    mark: <PriorityMark priority={priority as TaskPriority} />,
    onSelect: () => onChange({ priority: priority as TaskPriority }),
  }))
  const milestones = [
    ...rows.milestones.map(({ id, name }) => ({
      label: name,
      onSelect: () => onChange({ milestone_id: id }),
    })),
    { label: texts.none, onSelect: () => onChange({ milestone_id: null }) },
  ]

  return (
    <section
      aria-label={texts.selected(selected.length)}
      className="fixed bottom-6 left-1/2 z-(--z-panel) flex max-w-[calc(100vw-24px)] -translate-x-1/2 items-center gap-1 overflow-x-auto rounded-lg bg-raised px-2 py-1.5 shadow-float max-sm:bottom-16"
    >
      <span className="whitespace-nowrap px-1 font-medium tabular-nums">
        {texts.selected(selected.length)}
      </span>
      {tooMany ? (
        <span className="whitespace-nowrap px-1 text-ink-2">{texts.tooMany(bulkTasksMax)}</span>
      ) : (
        <>
          <Choose label={texts.setStatus} items={statuses} />
          {can.update === 'all' && (
            <>
              <Choose label={texts.setAssignee} items={people} />
              <Choose label={texts.setPriority} items={priorities} />
              <Choose label={texts.setMilestone} items={milestones} />
              <Button variant="ghost" onClick={() => setAsked('dates')}>
                {texts.dates}
              </Button>
              <Button variant="ghost" onClick={() => setAsked('labels')}>
                {texts.labels}
              </Button>
              <Button variant="ghost" onClick={() => setAsked('parent')}>
                {texts.move}
              </Button>
            </>
          )}
          {can.delete && (
            <Button variant="ghost" onClick={onDelete} className="text-red-fg">
              {texts.delete}
            </Button>
          )}
        </>
      )}
      <IconButton
        icon="close"
        iconSize={14}
        label={texts.clearSelection}
        onClick={selectionCleared}
      />
      {asked === 'blocked' && (
        <BlockedReason
          onClose={() => setAsked(null)}
          onGiven={(blocked_reason) => {
            setAsked(null)
            onChange({ status: 'blocked', blocked_reason })
          }}
        />
      )}
      {asked !== null && asked !== 'blocked' && (
        <BulkDialog
          question={asked}
          tasks={tasks}
          projectKey={rows.key}
          onClose={() => setAsked(null)}
          onGiven={(set) => {
            setAsked(null)
            onChange(set)
          }}
        />
      )}
    </section>
  )
}

const Choose = ({ label, items }: { label: string; items: MenuItem[] }) => (
  <Menu label={label} placement="top-start" groups={[{ items }]}>
    {(trigger) => (
      <button type="button" {...trigger} className={buttonClass({ variant: 'ghost' })}>
        {label}
        <Icon name="down" size={12} />
      </button>
    )}
  </Menu>
)
