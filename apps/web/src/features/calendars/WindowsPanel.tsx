import type { CalendarView, CreateWindow } from '@milepost/api-contracts/calendars'
import { type FormEvent, useState } from 'react'
import { formatDayRange } from '#shared/format/dates.ts'
import { Badge } from '#shared/ui/Badge.tsx'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { type CalendarPlace, deleteWindow, postWindow } from './calendar-api.ts'
import { texts } from './texts.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

interface WindowsPanelProps {
  place: CalendarPlace
  calendar: CalendarView
}

/** Days in which changes are forbidden, or in which they belong. */
export function WindowsPanel({ place, calendar: { windows, can } }: WindowsPanelProps) {
  const change = useChangeCalendar(place)
  const add = (window: CreateWindow) =>
    change(() => postWindow(place, window).then(() => undefined))

  async function remove({ id, ...window }: CalendarView['windows'][number]) {
    const done = await change(() => deleteWindow(id))
    if (!done) return
    somethingHappened({ text: texts.dayRemoved(window.name), undo: () => void add(window) })
  }

  return (
    <Panel title={texts.windows} note={windows.length}>
      {can.update && <AddWindow onAdd={add} />}
      {windows.length === 0 && (
        <EmptyState title={texts.noWindows}>{texts.noWindowsHint}</EmptyState>
      )}
      <ul>
        {windows.map((window) => (
          <li
            key={window.id}
            className="flex min-h-9 items-center gap-3 border-line px-4 not-first:border-t"
          >
            <span className="w-44 flex-none whitespace-nowrap text-ink-2 tabular-nums">
              {formatDayRange(window.starts_on, window.ends_on)}
            </span>
            <span className="min-w-0 flex-1">{window.name}</span>
            <Badge tone={window.kind === 'freeze' ? 'amber' : 'unknown'} plain>
              {texts.windowKinds[window.kind]}
            </Badge>
            {can.update && (
              <IconButton
                icon="close"
                iconSize={14}
                size="sm"
                label={texts.remove(window.name)}
                onClick={() => void remove(window)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AddWindow({ onAdd }: { onAdd: (window: CreateWindow) => Promise<boolean> }) {
  const [backwards, setBackwards] = useState(false)

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    const starts_on = String(values.get('starts_on'))
    const ends_on = String(values.get('ends_on'))
    setBackwards(ends_on < starts_on)
    if (ends_on < starts_on) return
    const kind = values.get('kind') === 'maintenance' ? 'maintenance' : 'freeze'
    const name = String(values.get('name')).trim()
    if (await onAdd({ kind, name, starts_on, ends_on })) form.reset()
  }
  return (
    <form onSubmit={(event) => void add(event)} className="border-line border-b p-3">
      <div className="flex flex-wrap gap-2">
        <Select compact name="kind" aria-label={texts.kind} className="w-32!">
          <option value="freeze">{texts.windowKinds.freeze}</option>
          <option value="maintenance">{texts.windowKinds.maintenance}</option>
        </Select>
        <Input
          compact
          required
          type="date"
          name="starts_on"
          aria-label={texts.from}
          className="w-36!"
        />
        <Input
          compact
          required
          type="date"
          name="ends_on"
          aria-label={texts.until}
          className="w-36!"
        />
        <Input
          compact
          required
          name="name"
          maxLength={200}
          aria-label={texts.name}
          placeholder={texts.name}
          autoComplete="off"
          className="min-w-28 flex-1 basis-0"
        />
        <Button type="submit">{texts.add}</Button>
      </div>
      {backwards && <FieldError text={texts.order} />}
    </form>
  )
}
