import type { TaskRowView } from '@milepost/api-contracts/list'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { buttonClass } from '#shared/ui/button-class.ts'
import { CheckMenu, type Choice } from '#shared/ui/CheckMenu.tsx'
import { FindField } from '#shared/ui/FindField.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ListContext } from './arrange-rows.ts'
import {
  columnIds,
  type DueFilter,
  dueFilters,
  type FilterName,
  filterNames,
  groupings,
  isFiltered,
  type ListState,
} from './list-state.ts'
import { SavedViews } from './SavedViews.tsx'
import { columnWord, dueWord, filterWord, groupWord, texts } from './texts.ts'

interface ListToolbarProps {
  projectId: string
  tasks: readonly TaskRowView[]
  context: ListContext
  state: ListState
  shown: number
  change: (part: Partial<ListState>) => void
  show: (query: Record<string, string>) => void
  onExport: (format: 'csv' | 'xlsx') => void
}

/** Filters left, how the list looks right; all of it is in the address. */
export function ListToolbar(props: ListToolbarProps) {
  const { projectId, tasks, context, state, shown, change, show, onExport } = props
  const choices = useChoices(tasks, context)
  const navigate = useNavigate()
  const used = filterNames.filter(
    (name) => choices[name].length > 1 || state.filters[name].length > 0,
  )
  const columns = columnIds.map((column) => ({ value: column, label: columnWord[column] }))

  return (
    <div className="sticky top-(--size-header) z-(--z-header) flex min-h-10 flex-wrap items-center gap-2 border-line border-b bg-canvas px-6 py-1 max-sm:top-[calc(var(--size-header)+40px)] max-sm:px-3">
      <FindField label={texts.find} text={state.text} onChange={(text) => change({ text })} />
      {used.map((name) => (
        <CheckMenu
          key={name}
          label={filterWord[name]}
          choices={choices[name]}
          chosen={state.filters[name]}
          onChange={(values) => change({ filters: { ...state.filters, [name]: values } })}
        />
      ))}
      <CheckMenu
        label={texts.due}
        choices={dueFilters.map((name) => ({ value: name, label: dueWord[name] }))}
        chosen={state.due === null ? [] : [state.due]}
        single
        onChange={(values) => change({ due: (values[0] as DueFilter | undefined) ?? null })}
      />
      {isFiltered(state) && (
        <button
          type="button"
          className="rounded-sm px-1 text-accent text-xs hover:underline"
          onClick={() => change(unfiltered)}
        >
          {texts.clear}
        </button>
      )}
      <span role="status" className="whitespace-nowrap text-ink-3 text-xs tabular-nums">
        {texts.shown(shown, tasks.length)}
      </span>
      <span className="flex-1" />
      <SavedViews projectId={projectId} state={state} show={show} />
      <Menu
        label={texts.group}
        placement="bottom-end"
        groups={[
          {
            items: groupings.map((group) => ({
              label: groupWord[group],
              checked: state.group === group,
              onSelect: () => change({ group }),
            })),
          },
        ]}
      >
        {(trigger) => (
          <button
            type="button"
            {...trigger}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
          >
            {state.group === 'none' ? texts.group : `${texts.group}: ${groupWord[state.group]}`}
            <Icon name="down" size={12} />
          </button>
        )}
      </Menu>
      <CheckMenu
        label={texts.columns}
        plain
        choices={columns}
        chosen={state.columns}
        onChange={(chosen) => {
          const kept = columnIds.filter((column) => chosen.includes(column))
          if (kept.length > 0) change({ columns: kept })
        }}
      />
      <Menu
        label={texts.more}
        placement="bottom-end"
        groups={[
          {
            heading: texts.export,
            items: [
              { label: texts.asCsv, onSelect: () => onExport('csv') },
              { label: texts.asXlsx, onSelect: () => onExport('xlsx') },
            ],
          },
          {
            items: [
              {
                label: texts.trash,
                onSelect: () => void navigate(`/projects/${projectId}/trash`),
              },
            ],
          },
        ]}
      >
        {(trigger) => (
          <button
            type="button"
            {...trigger}
            aria-label={texts.more}
            className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
          >
            <Icon name="more" />
          </button>
        )}
      </Menu>
    </div>
  )
}

const unfiltered: Partial<ListState> = {
  text: '',
  due: null,
  filters: { status: [], assignee: [], priority: [], milestone: [], category: [], label: [] },
}

const words = (entries: Record<string, string>): Choice[] =>
  Object.entries(entries).map(([value, label]) => ({ value, label }))

function useChoices(
  tasks: readonly TaskRowView[],
  { rows, names }: ListContext,
): Record<FilterName, Choice[]> {
  const labels = useMemo(
    () => [...new Set(tasks.flatMap((task) => task.labels ?? []))].sort(),
    [tasks],
  )
  const named = (list: readonly { id: string; name: string }[]) => [
    ...list.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'none', label: texts.none },
  ]
  return {
    status: Object.entries(statusWord).map(([value, label]) => ({
      ...{ value, label },
      mark: <StatusMark status={value as keyof typeof statusWord} />,
    })),
    assignee: [...words(Object.fromEntries(names)), { value: 'none', label: texts.nobody }],
    priority: words(priorityWord),
    milestone: named(rows.milestones),
    category: named(rows.categories),
    label: [
      ...labels.map((label) => ({ value: label, label })),
      { value: 'none', label: texts.none },
    ],
  }
}
