import type { RecurringTaskView } from '@milepost/api-contracts/recurring'
import { formatDayOfYear, formatWeekday } from '#shared/format/dates.ts'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { sayRule } from './rule-words.ts'
import { texts } from './texts.ts'

interface RecurringTableProps {
  items: readonly RecurringTaskView[]
  onEdit: (series: RecurringTaskView) => void
  onEnd: (series: RecurringTaskView) => void
}

const { columns } = texts

export const RecurringTable = ({ items, onEdit, onEnd }: RecurringTableProps) => (
  <table className="w-full border-collapse">
    <thead>
      <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
        <th scope="col" className="pl-4!">
          {columns.title}
        </th>
        <th scope="col" className="w-80 max-lg:w-56 max-sm:hidden">
          {columns.rule}
        </th>
        <th scope="col" className="w-40">
          {columns.next}
        </th>
        <th scope="col" className="w-24 max-sm:hidden">
          {columns.made}
        </th>
        <th scope="col" className="w-24">
          <span className="sr-only">{texts.edit('')}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {items.map((series) => (
        <tr key={series.id} className="h-11 border-line border-t *:px-2 *:py-1.5 hover:bg-hover">
          <td className="pl-4!">
            <span className="block font-medium">{series.title}</span>
            <span className="block text-ink-3 text-xs">
              {series.assignee?.display_name ?? texts.nobody}
            </span>
          </td>
          <td className="max-sm:hidden">
            <span className="block">{sayRule(series.rule, series.starts_on)}</span>
            <span className="block text-ink-3 text-xs">{texts.leadDays(series.lead_days)}</span>
          </td>
          <td className="whitespace-nowrap tabular-nums">
            {series.next_on === null
              ? texts.over
              : `${formatWeekday(series.next_on)} ${formatDayOfYear(series.next_on)}`}
          </td>
          <td className="whitespace-nowrap text-ink-2 tabular-nums max-sm:hidden">
            {texts.made(series.made_count)}
          </td>
          <td className="pr-3!">
            {series.can.update && (
              <span className="flex justify-end gap-1">
                <IconButton
                  icon="edit"
                  iconSize={14}
                  size="sm"
                  label={texts.edit(series.title)}
                  onClick={() => onEdit(series)}
                />
                <IconButton
                  icon="close"
                  iconSize={14}
                  size="sm"
                  label={texts.end(series.title)}
                  onClick={() => onEnd(series)}
                />
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
