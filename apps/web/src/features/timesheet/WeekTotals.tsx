import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import { clsx } from 'clsx'
import { formatClock } from '#shared/format/numbers.ts'
import { Meter } from '#shared/ui/Meter.tsx'
import { texts } from './texts.ts'

const share = (minutes: number, capacity: number) =>
  capacity === 0 ? 100 : (minutes / capacity) * 100

/** What was entered per day, against what there is time for. Over capacity is said, not forbidden. */
export function WeekTotals({ week }: { week: WeeklyTimesheet }) {
  return (
    <tfoot>
      <tr className="*:h-15 *:py-2 *:align-top">
        <th className="px-4 text-left font-normal">
          <b className="block font-semibold leading-[18px]">{texts.perDay}</b>
          <span className="text-ink-3 text-xs">{texts.againstCapacity}</span>
        </th>
        {week.days.map(({ date, minutes, capacity_minutes }, day) => {
          const over = capacity_minutes !== null && minutes > Math.max(capacity_minutes, 0)
          const plain = capacity_minutes === null || capacity_minutes === 0
          return (
            <td
              key={date}
              className={clsx(
                'border-line border-l px-[9px] text-right tabular-nums',
                day > 4 && 'bg-sunken',
              )}
            >
              <b
                className={clsx(
                  'block font-semibold leading-[18px]',
                  minutes === 0 && 'text-ink-3',
                  over && minutes > 0 && 'text-amber-fg',
                )}
              >
                {formatClock(minutes)}
              </b>
              {!plain && (
                <>
                  <Meter
                    value={share(minutes, capacity_minutes)}
                    label={texts.againstCapacity}
                    className="mt-1 mb-0.5 h-1"
                  />
                  <span className="text-2xs text-ink-3">{texts.of(capacity_minutes)}</span>
                </>
              )}
            </td>
          )
        })}
        <td className="border-line border-l px-[9px] text-right tabular-nums">
          <b className="block font-semibold leading-[18px]">{formatClock(week.total_minutes)}</b>
          {week.capacity_minutes !== null && (
            <span className="mt-2.5 block whitespace-nowrap text-2xs text-ink-3">
              {texts.of(week.capacity_minutes)}
            </span>
          )}
        </td>
      </tr>
    </tfoot>
  )
}
