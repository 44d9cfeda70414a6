import type { CalendarView } from '@milepost/api-contracts/calendars'
import { Panel } from '#shared/ui/Panel.tsx'
import { type CalendarPlace, putWeekend } from './calendar-api.ts'
import { texts } from './texts.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

interface PanelProps {
  place: CalendarPlace
  calendar: CalendarView
}

const saturdayAndSunday = [6, 7]

export function WeekendPanel({ place, calendar }: PanelProps) {
  const change = useChangeCalendar(place)
  const { weekend, scope, version, can } = calendar
  const inherits = weekend === null && scope !== 'organisation'
  const days = weekend ?? saturdayAndSunday
  const set = (next: number[] | null) => void change(() => putWeekend(place, next, version))
  const toggle = (day: number) =>
    set(days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort())

  return (
    <Panel title={texts.weekend} note={texts.weekendHint}>
      <div className="flex flex-wrap items-center gap-1.5 p-4">
        {texts.weekdays.map((name, index) => {
          const on = !inherits && days.includes(index + 1)
          return (
            <button
              key={name}
              type="button"
              aria-pressed={on}
              disabled={!can.update}
              onClick={() => toggle(index + 1)}
              className="h-7 w-12 rounded-md border border-line-strong text-center text-ink-2 enabled:hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent disabled:cursor-default max-sm:h-10"
            >
              {name}
            </button>
          )
        })}
        {scope !== 'organisation' && (
          <label className="ml-3 flex items-center gap-2">
            <input
              type="checkbox"
              checked={inherits}
              disabled={!can.update}
              onChange={({ target }) => set(target.checked ? null : saturdayAndSunday)}
              className="accent-accent"
            />
            {texts.takesOver}
          </label>
        )}
      </div>
    </Panel>
  )
}
