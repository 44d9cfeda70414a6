import type { WeeklyTimesheet, WeekRow } from '@milepost/api-contracts/timesheets'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { formatDay, formatWeekday } from '#shared/format/dates.ts'
import { formatClock } from '#shared/format/numbers.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { texts } from './texts.ts'
import { WeekCell } from './WeekCell.tsx'
import { WeekTotals } from './WeekTotals.tsx'
import { groupRows, rowKey } from './week.ts'
import type { CellChange } from './week-query.ts'

interface WeekGridProps {
  week: WeeklyTimesheet
  rows: readonly WeekRow[]
  onSave: (change: CellChange) => void
  /** The line that adds a row, below the last one. */
  adding: ReactNode
}

const isWeekend = (day: number) => day > 4

export function WeekGrid({ week, rows, onSave, adding }: WeekGridProps) {
  return (
    <section
      aria-label={texts.title}
      className="min-w-0 overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full min-w-[720px] table-fixed border-collapse">
        <WeekHead week={week} />
        <tbody>
          {groupRows(rows, texts.noProject).map(({ name, rows: ofProject }) => (
            <Group key={name} name={name}>
              {ofProject.map((row) => (
                <Row key={rowKey(row)} week={week} row={row} onSave={onSave} />
              ))}
            </Group>
          ))}
          {week.can.edit && (
            <tr>
              <th colSpan={9} className="h-9 border-line border-b px-2 text-left font-normal">
                {adding}
              </th>
            </tr>
          )}
        </tbody>
        <WeekTotals week={week} />
      </table>
    </section>
  )
}

function WeekHead({ week }: { week: WeeklyTimesheet }) {
  return (
    <thead>
      <tr className="text-ink-3 text-xs *:h-12 *:border-line *:border-b *:font-normal">
        <th className="px-4 text-left">{texts.task}</th>
        {week.days.map(({ date, locked }, day) => (
          <th
            key={date}
            className={clsx('w-[62px] px-2.5 text-right', isWeekend(day) && 'bg-sunken')}
          >
            <span className="flex items-center justify-end gap-[3px]">
              {locked && <Icon name="lock" size={12} />}
              {formatWeekday(date)}
            </span>
            <b
              aria-current={date === week.today ? 'date' : undefined}
              className={clsx(
                'inline-block font-semibold text-base',
                date === week.today
                  ? '-mr-[5px] rounded-xs bg-accent px-[5px] text-on-accent'
                  : 'text-ink',
              )}
            >
              {Number(date.slice(8))}
            </b>
          </th>
        ))}
        <th className="w-16 px-3 pb-5 text-right">{texts.total}</th>
      </tr>
    </thead>
  )
}

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <tr>
      <th
        colSpan={9}
        scope="rowgroup"
        className="h-7 border-line border-b bg-sunken px-4 text-left font-medium text-ink-2 text-xs"
      >
        {name}
      </th>
    </tr>
    {children}
  </>
)

interface RowProps {
  week: WeeklyTimesheet
  row: WeekRow
  onSave: (change: CellChange) => void
}

function Row({ week, row, onSave }: RowProps) {
  const subject = row.task?.title ?? row.activity ?? ''
  return (
    <tr data-row>
      <th className="border-line border-b py-1 pr-2 pl-4 text-left font-normal">
        <span className="flex items-baseline gap-2">
          {row.task && (
            <span className="w-15 flex-none whitespace-nowrap text-ink-3 text-xs">
              {row.task.key}
            </span>
          )}
          <span className="line-clamp-2 leading-[18px]" title={subject}>
            {subject}
          </span>
        </span>
      </th>
      {row.cells.map((cell, day) => {
        const { date, locked } = week.days[day] ?? { date: '', locked: true }
        return (
          <td
            key={date}
            data-day
            className={clsx(
              'h-9 border-line border-b border-l p-[3px] text-right tabular-nums',
              isWeekend(day) && 'bg-sunken',
              locked && 'locked',
            )}
          >
            <WeekCell
              label={texts.cell(subject, `${formatWeekday(date)} ${formatDay(date, week.today)}`)}
              minutes={cell.minutes}
              readOnly={whyReadOnly(week, locked, cell.entries.length)}
              onSave={(minutes) => onSave({ row, day, date, minutes })}
            />
          </td>
        )
      })}
      <td className="border-line border-b border-l pr-3 text-right font-medium tabular-nums">
        <span className={clsx(row.total_minutes === 0 && 'font-normal text-ink-3')}>
          {formatClock(row.total_minutes)}
        </span>
      </td>
    </tr>
  )
}

function whyReadOnly(week: WeeklyTimesheet, locked: boolean, entries: number): string | undefined {
  if (locked || !week.can.edit) return texts.lockedDay
  return entries > 1 ? texts.several(entries) : undefined
}
