import { clsx } from 'clsx'
import { type KeyboardEvent, useState } from 'react'
import { formatClock } from '#shared/format/numbers.ts'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { texts } from './texts.ts'
import { parseDuration } from './week.ts'

interface WeekCellProps {
  /** Read out: which task and day. */
  label: string
  minutes: number
  /** Why it cannot be typed in; undefined when it can. */
  readOnly: string | undefined
  onSave: (minutes: number) => void
}

const show = (minutes: number) => (minutes === 0 ? '' : formatClock(minutes))

/** One day of one row. Enter and the arrow keys go on to the next cell; leaving it saves. */
export function WeekCell({ label, minutes, readOnly, onSave }: WeekCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && parseDuration(typed) === null

  if (readOnly !== undefined) {
    return (
      <Tooltip text={readOnly} className="block">
        <span className="block h-7 px-[7px] leading-7 text-ink-2">{show(minutes)}</span>
      </Tooltip>
    )
  }

  function save() {
    if (typed === null) return
    const next = parseDuration(typed)
    // A wrong entry stays where it was typed: nothing is lost, nothing is saved.
    if (next === null) return
    setTyped(null)
    if (next !== minutes) onSave(next)
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') return setTyped(null)
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const atStart = selectionStart === 0 && selectionEnd === 0
    const atEnd = selectionStart === value.length
    const step =
      event.key === 'Enter' || event.key === 'ArrowDown'
        ? { row: 1, day: 0 }
        : event.key === 'ArrowUp'
          ? { row: -1, day: 0 }
          : event.key === 'ArrowLeft' && atStart
            ? { row: 0, day: -1 }
            : event.key === 'ArrowRight' && atEnd
              ? { row: 0, day: 1 }
              : null
    if (!step) return
    event.preventDefault()
    focusCell(event.currentTarget, step)
  }

  return (
    <input
      aria-label={label}
      aria-invalid={bad || undefined}
      title={bad ? texts.badDuration : undefined}
      inputMode="decimal"
      autoComplete="off"
      data-cell
      value={typed ?? show(minutes)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={handleKey}
      className={clsx(
        'block h-7 w-full rounded-sm border bg-transparent px-1.5 text-right tabular-nums outline-none',
        'focus:border-accent focus:bg-surface focus:outline-1 focus:outline-accent focus:-outline-offset-1',
        bad
          ? 'border-red-mark text-red-fg focus:border-red-mark focus:outline-red-mark'
          : 'border-transparent hover:border-line-control',
      )}
    />
  )
}

/** The neighbour in the grid, as the page shows it: rows may be of different projects. */
function focusCell(from: HTMLElement, step: { row: number; day: number }): void {
  const table = from.closest('table')
  const rows = [...(table?.querySelectorAll('tr[data-row]') ?? [])].map((row) => [
    ...row.querySelectorAll<HTMLElement>('td[data-day]'),
  ])
  const row = rows.findIndex((cells) => cells.some((cell) => cell.contains(from)))
  const day = rows[row]?.findIndex((cell) => cell.contains(from)) ?? -1
  rows[row + step.row]?.[day + step.day]?.querySelector('input')?.focus()
}
