import type { CreateColumn } from '@milepost/api-contracts/columns'
import type { Kanban } from '@milepost/api-contracts/tasks'
import { useMemo } from 'react'
import { formatPercent } from '#shared/format/numbers.ts'
import { CheckMenu, type Choice } from '#shared/ui/CheckMenu.tsx'
import { Chip } from '#shared/ui/Chip.tsx'
import { FindField } from '#shared/ui/FindField.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { AddColumn } from './AddColumn.tsx'
import {
  type BoardFilter,
  type ChoiceName,
  choiceNames,
  flagNames,
  isFiltered,
  noFilter,
} from './board-filter.ts'
import { type Grouping, groupings } from './lanes.ts'
import { texts } from './texts.ts'

interface BoardToolbarProps {
  board: Kanban
  names: ReadonlyMap<string, string>
  filter: BoardFilter
  by: Grouping
  shown: number
  all: number
  change: (part: Partial<BoardFilter>) => void
  group: (by: Grouping) => void
  onAddColumn: ((column: CreateColumn) => void) | undefined
}

/** What is shown left, how it is laid out right. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { board, names, filter, by, shown, all, change, group, onAddColumn } = props
  const choices = useChoices(board, names)
  const { flags } = filter
  // Who moves no card has none.
  const offered = flagNames.filter(
    (name) => name !== 'mine' || board.can.move !== 'none' || flags.includes(name),
  )
  return (
    <div
      data-bar
      className="sticky top-(--size-header) z-(--z-header) flex h-10 items-center gap-2 overflow-x-auto border-line border-b bg-canvas px-6 [scrollbar-width:none] max-sm:top-[calc(var(--size-header)+40px)] max-sm:px-3"
    >
      <FindField label={texts.find} text={filter.text} onChange={(text) => change({ text })} />
      {offered.map((name) => {
        const on = flags.includes(name)
        return (
          <Chip
            key={name}
            on={on}
            onClick={() =>
              change({ flags: on ? flags.filter((other) => other !== name) : [...flags, name] })
            }
          >
            {texts.flags[name]}
          </Chip>
        )
      })}
      {choiceNames.map((name) => (
        <CheckMenu
          key={name}
          label={texts.choices[name]}
          choices={choices[name]}
          chosen={filter.choices[name]}
          onChange={(values) => change({ choices: { ...filter.choices, [name]: values } })}
        />
      ))}
      {isFiltered(filter) && (
        <button
          type="button"
          className="rounded-sm px-1 text-accent text-xs hover:underline"
          onClick={() => change(noFilter)}
        >
          {texts.clear}
        </button>
      )}
      <span className="whitespace-nowrap text-ink-3 text-xs tabular-nums">
        {texts.shown(shown, all)}
      </span>
      <span className="flex-1" />
      {board.completion_percentage !== null && <Completion value={board.completion_percentage} />}
      <Menu
        label={texts.swimlanes}
        placement="bottom-end"
        groups={[
          {
            items: groupings.map((name) => ({
              label: texts.groupings[name],
              checked: name === by,
              onSelect: () => group(name),
            })),
          },
        ]}
      >
        {(trigger) => (
          <Chip {...trigger} opens>
            {by === 'none' ? texts.swimlanes : texts.swimlanesBy(texts.groupings[by])}
          </Chip>
        )}
      </Menu>
      {onAddColumn && <AddColumn onAdd={onAddColumn} />}
    </div>
  )
}

const Completion = ({ value }: { value: number }) => (
  <span className="flex items-center gap-2 text-ink-2 text-xs max-2xl:hidden">
    {texts.complete}
    <Meter value={value} label={texts.complete} className="w-24" />
    <b className="w-10 text-right font-semibold text-ink tabular-nums">{formatPercent(value)}</b>
  </span>
)

function useChoices(
  board: Kanban,
  names: ReadonlyMap<string, string>,
): Record<ChoiceName, Choice[]> {
  const labels = useMemo(() => {
    const used = board.columns.flatMap(({ tasks }) => tasks.flatMap((card) => card.labels ?? []))
    return [...new Set(used)].sort().map((label) => ({ value: label, label }))
  }, [board])
  return {
    assignee: [...names].map(([value, label]) => ({ value, label })),
    priority: Object.entries(priorityWord).map(([value, label]) => ({ value, label })),
    label: labels,
  }
}
