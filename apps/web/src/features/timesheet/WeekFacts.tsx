import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import { formatClock } from '#shared/format/numbers.ts'
import { Panel } from '#shared/ui/Panel.tsx'
import { texts } from './texts.ts'
import { weekNumber } from './week.ts'

export function WeekFacts({ week }: { week: WeeklyTimesheet }) {
  const isRunning = week.days.some(({ date }) => date === week.today)
  const { capacity_minutes: capacity, total_minutes: total } = week
  const facts = [
    [texts.completed, String(week.tasks_completed)],
    [texts.capacity, capacity === null ? texts.noCapacity : formatClock(capacity)],
    ...(capacity === null ? [] : [[texts.left, formatClock(Math.max(0, capacity - total))]]),
  ]
  return (
    <Panel title={isRunning ? texts.thisWeek : texts.ofWeek(weekNumber(week.week))}>
      <dl className="px-4 py-1.5">
        {facts.map(([term, value]) => (
          <div key={term} className="flex justify-between py-1">
            <dt className="text-ink-2">{term}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
