import type { TaskRowView } from '@milepost/api-contracts/list'
import type { TaskPriority, TaskStatus } from '@milepost/api-contracts/tasks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ListContext } from './arrange-rows.ts'
import { hoursToMinutes, minutesToHours } from './hours.ts'
import type { ColumnId } from './list-state.ts'
import type { RowChange } from './save-tasks.ts'
import { columnWord, texts } from './texts.ts'

interface CellEditorProps {
  column: ColumnId
  task: TaskRowView
  context: ListContext
  onSave: (change: RowChange) => void
  /** Asks who suits the task. */
  onSuggest: () => void
  /** Gives the focus back to the list. */
  onClose: () => void
}

const look =
  'h-full w-full bg-surface px-2 outline-2 outline-focus outline-offset-[-2px] aria-invalid:outline-red-mark'

/** A cell while it is edited: a choice is saved at once, a text by Enter or by leaving it. */
export function CellEditor(props: CellEditorProps) {
  const choices = choicesOf(props)
  return choices ? <ChoiceEditor {...props} {...choices} /> : <TextEditor {...props} />
}

/** Among the people, a question instead of an answer. */
const suggest = 'suggest'

interface Choices {
  value: string
  options: [value: string, label: string][]
  changeTo: (value: string) => RowChange
}

function choicesOf({ column, task, context }: CellEditorProps): Choices | null {
  switch (column) {
    case 'status':
      return {
        value: task.status,
        options: Object.entries(statusWord),
        changeTo: (value) => ({ status: value as TaskStatus }),
      }
    case 'priority':
      return {
        value: task.priority,
        options: Object.entries(priorityWord),
        changeTo: (value) => ({ priority: value as TaskPriority }),
      }
    case 'assignee':
      return {
        value: task.assignee_id ?? '',
        options: [['', texts.nobody], ...context.names, [suggest, texts.suggest]],
        changeTo: (value) => ({ assignee_id: value || null }),
      }
    case 'milestone':
      return {
        value: task.milestone_id ?? '',
        options: [
          ['', texts.none],
          ...context.rows.milestones.map(({ id, name }): [string, string] => [id, name]),
        ],
        changeTo: (value) => ({ milestone_id: value || null }),
      }
    default:
      return null
  }
}

function ChoiceEditor(props: CellEditorProps & Choices) {
  const { column, value, options, changeTo, onSave, onSuggest, onClose } = props
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => select.current?.focus(), [])
  return (
    <select
      ref={select}
      aria-label={columnWord[column]}
      value={value}
      className={look}
      onKeyDown={(event) => leaveOn(event, ['Escape', 'Enter'], onClose)}
      onBlur={onClose}
      onChange={(event) => {
        onClose()
        if (event.target.value === suggest) onSuggest()
        else if (event.target.value !== value) onSave(changeTo(event.target.value))
      }}
    >
      {options.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  )
}

interface TextField {
  type: 'text' | 'date'
  value: string
  accepts: (text: string) => boolean
  changeTo: (text: string) => RowChange
}

const hoursField = (
  name: 'estimate_minutes' | 'remaining_minutes',
  task: TaskRowView,
): TextField => ({
  type: 'text',
  value: minutesToHours(task[name]),
  accepts: (text) => text === '' || hoursToMinutes(text) !== null,
  changeTo: (text) => ({ [name]: hoursToMinutes(text) }),
})
const dateField = (name: 'start_date' | 'due_date', task: TaskRowView): TextField => ({
  type: 'date',
  value: task[name] ?? '',
  accepts: () => true,
  changeTo: (text) => ({ [name]: text || null }),
})

function fieldOf(column: ColumnId, task: TaskRowView): TextField {
  switch (column) {
    case 'start':
      return dateField('start_date', task)
    case 'due':
      return dateField('due_date', task)
    case 'estimate':
      return hoursField('estimate_minutes', task)
    case 'remaining':
      return hoursField('remaining_minutes', task)
    case 'progress':
      return {
        type: 'text',
        value: String(task.completion_percentage),
        accepts: (text) => /^(100|\d{1,2})$/.test(text),
        changeTo: (text) => ({ completion_percentage: Number(text) }),
      }
    default:
      return {
        type: 'text',
        value: task.title,
        accepts: (text) => text !== '' && text.length <= 300,
        changeTo: (title) => ({ title }),
      }
  }
}

function TextEditor({ column, task, onSave, onClose }: CellEditorProps) {
  const { type, value, accepts, changeTo } = fieldOf(column, task)
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const given = useRef(false)
  useEffect(() => {
    input.current?.focus()
    if (type === 'text') input.current?.select()
  }, [type])
  const bad = !accepts(typed.trim())

  function finish() {
    if (given.current || bad) return
    given.current = true
    onClose()
    if (typed.trim() !== value) onSave(changeTo(typed.trim()))
  }
  function giveUp() {
    given.current = true
    onClose()
  }
  return (
    <input
      ref={input}
      type={type}
      aria-label={columnWord[column]}
      aria-invalid={bad || undefined}
      value={typed}
      className={look}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => (bad ? giveUp() : finish())}
      onKeyDown={(event) => {
        leaveOn(event, ['Escape'], giveUp)
        leaveOn(event, ['Enter'], finish)
      }}
    />
  )
}

/** Keys of an open cell are not the list's. */
function leaveOn(event: KeyboardEvent, keys: string[], leave: () => void): void {
  event.stopPropagation()
  if (!keys.includes(event.key)) return
  event.preventDefault()
  leave()
}
