import type { CalendarDay, CalendarView } from '@milepost/api-contracts/calendars'
import { type FormEvent, useRef } from 'react'
import { formatDayOfYear, formatWeekday } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { type CalendarPlace, deleteDay, importIcs, postDay } from './calendar-api.ts'
import { texts } from './texts.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

interface DaysPanelProps {
  place: CalendarPlace
  calendar: CalendarView
}

/** Days that differ from their weekday. */
export function DaysPanel({ place, calendar: { days, can } }: DaysPanelProps) {
  const change = useChangeCalendar(place)
  const file = useRef<HTMLInputElement>(null)

  async function importFile(chosen: File) {
    const ics = await chosen.text()
    await change(async () => {
      const { imported, skipped, calendar } = await importIcs(place, ics)
      somethingHappened({ text: texts.imported(imported, skipped) })
      return calendar
    })
  }
  async function remove(day: CalendarDay) {
    const done = await change(() => deleteDay(place, day.day))
    if (!done) return
    somethingHappened({
      text: texts.dayRemoved(day.name),
      undo: () => void change(() => postDay(place, day)),
    })
  }

  return (
    <Panel
      title={texts.days}
      note={days.length}
      aside={
        can.update && (
          <>
            <input
              ref={file}
              type="file"
              accept=".ics,text/calendar"
              aria-label={texts.importLabel}
              className="sr-only"
              tabIndex={-1}
              onChange={({ target }) => {
                const [chosen] = target.files ?? []
                target.value = ''
                if (chosen) void importFile(chosen)
              }}
            />
            <Button size="sm" onClick={() => file.current?.click()}>
              {texts.import}
            </Button>
          </>
        )
      }
    >
      {can.update && <AddDay onAdd={(day) => change(() => postDay(place, day))} />}
      {days.length === 0 && <EmptyState title={texts.noDays}>{texts.noDaysHint}</EmptyState>}
      <ul>
        {days.map((day) => (
          <li
            key={day.day}
            className="flex min-h-9 items-center gap-3 border-line px-4 not-first:border-t"
          >
            <span className="w-32 flex-none whitespace-nowrap text-ink-2 tabular-nums">
              {formatWeekday(day.day)} {formatDayOfYear(day.day)}
            </span>
            <span className="min-w-0 flex-1">
              {day.name}
              {day.kind === 'working' && (
                <span className="text-ink-3 text-xs"> · {texts.kinds.working}</span>
              )}
            </span>
            {can.update && (
              <IconButton
                icon="close"
                iconSize={14}
                size="sm"
                label={texts.remove(day.name)}
                onClick={() => void remove(day)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AddDay({ onAdd }: { onAdd: (day: CalendarDay) => Promise<boolean> }) {
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    const added = await onAdd({
      day: String(values.get('day')),
      kind: values.get('kind') === 'working' ? 'working' : 'holiday',
      name: String(values.get('name')).trim(),
    })
    if (added) form.reset()
  }
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="flex flex-wrap gap-2 border-line border-b p-3"
    >
      <Input compact required type="date" name="day" aria-label={texts.day} className="w-36!" />
      <Select compact name="kind" aria-label={texts.kind} className="w-32!">
        <option value="holiday">{texts.kinds.holiday}</option>
        <option value="working">{texts.kinds.working}</option>
      </Select>
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
    </form>
  )
}
