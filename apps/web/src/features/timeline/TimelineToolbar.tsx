import type { BaselineView, SchedulingMode, Timeline } from '@milepost/api-contracts/timeline'
import { formatDay, formatDayOfYear, localDate } from '#shared/format/dates.ts'
import { formatSigned } from '#shared/format/numbers.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Chip } from '#shared/ui/Chip.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { Separator } from '#shared/ui/Separator.tsx'
import { levelOf } from './axis.ts'
import type { ExportFormat } from './export-timeline.ts'
import { texts } from './texts.ts'
import { type FilterName, filterNames } from './timeline-filter.ts'
import { columnNames, columnToggled, useViewOptions, viewChanged } from './view-options.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

interface TimelineToolbarProps {
  timeline: Timeline
  /** Undefined while none is compared with. */
  baseline: BaselineView | undefined
  /** The last day of the plan. */
  finish: string | undefined
  /** Working days that it lies after the baseline's. */
  slip: number | undefined
  filters: readonly FilterName[]
  onFilter: (name: FilterName) => void
  onBaseline: (id: string | 'none') => void
  onTakeBaseline: () => void
  onMode: (mode: SchedulingMode) => void
  onToday: () => void
  onExport: (format: ExportFormat) => void
}

export function TimelineToolbar(props: TimelineToolbarProps) {
  const { timeline, filters, onFilter, onToday } = props
  const { critical, pxPerDay } = useViewOptions()
  const level = levelOf(pxPerDay)
  return (
    <div className="flex h-10 flex-none items-center gap-2 overflow-x-auto border-line border-b bg-canvas px-6 max-sm:px-3">
      <BaselineMenu {...props} />
      <Chip on={critical} onClick={() => viewChanged({ critical: !critical })}>
        {texts.criticalPath}
      </Chip>
      {filterNames.map((name) => (
        <Chip key={name} on={filters.includes(name)} onClick={() => onFilter(name)}>
          {texts.filters[name]}
        </Chip>
      ))}
      <span className="flex-1" />
      <Finish {...props} />
      {timeline.can.plan && <ModeMenu mode={timeline.scheduling_mode} onMode={props.onMode} />}
      <Separator className="max-sm:hidden" />
      <ZoomButtons level={level} option="pxPerDay" />
      <Button size="sm" onClick={onToday}>
        {texts.today}
      </Button>
      <ViewMenu onExport={props.onExport} />
    </div>
  )
}

function BaselineMenu({ timeline, baseline, onBaseline, onTakeBaseline }: TimelineToolbarProps) {
  const dayOf = ({ created_at }: BaselineView) => formatDayOfYear(localDate(new Date(created_at)))
  const known = timeline.baselines.map((one) => ({
    label: `${one.name}, ${dayOf(one)}`,
    checked: one.id === baseline?.id,
    onSelect: () => onBaseline(one.id),
  }))
  const none = { label: texts.hideBaseline, checked: !baseline, onSelect: () => onBaseline('none') }
  const groups = [
    ...(known.length > 0 ? [{ heading: texts.baselineMenu, items: [...known, none] }] : []),
    ...(timeline.can.plan
      ? [{ items: [{ label: texts.takeBaseline, icon: 'add' as const, onSelect: onTakeBaseline }] }]
      : []),
  ]
  if (groups.length === 0) return null
  return (
    <Menu label={texts.baselineMenu} groups={groups}>
      {(trigger) => (
        <button
          type="button"
          {...trigger}
          className={`inline-flex h-6 flex-none items-center gap-1.5 whitespace-nowrap rounded-sm border px-2 text-xs ${
            baseline
              ? 'border-accent-line bg-accent-soft text-accent'
              : 'border-line-strong text-ink-2 hover:bg-hover'
          }`}
        >
          {baseline ? texts.baseline(baseline.name, dayOf(baseline)) : texts.noBaseline}
          <Icon name="down" size={12} />
        </button>
      )}
    </Menu>
  )
}

function Finish({
  finish,
  baseline,
  slip,
}: Pick<TimelineToolbarProps, 'finish' | 'baseline' | 'slip'>) {
  if (finish === undefined) return null
  const tone =
    slip !== undefined && slip > 10
      ? 'text-red-fg'
      : slip !== undefined && slip > 0
        ? 'text-amber-fg'
        : 'text-ink-2'
  return (
    <span className="whitespace-nowrap text-ink-2 text-xs tabular-nums max-xl:hidden">
      {texts.finish} <b className="font-medium text-ink">{formatDay(finish)}</b>
      {baseline && slip !== undefined && (
        <>
          {' '}
          <span className={`font-medium ${tone}`}>{formatSigned(slip)} d</span>{' '}
          {texts.against(formatDay(baseline.finish_date))}
        </>
      )}
    </span>
  )
}

const modes = ['off', 'warn', 'push', 'strict'] as const

const ModeMenu = ({
  mode,
  onMode,
}: {
  mode: SchedulingMode
  onMode: (mode: SchedulingMode) => void
}) => (
  <Menu
    label={texts.mode}
    groups={[
      {
        heading: texts.mode,
        items: modes.map((one) => ({
          label: `${texts.modes[one]}: ${texts.modeHints[one]}`,
          checked: one === mode,
          onSelect: () => onMode(one),
        })),
      },
    ]}
  >
    {(trigger) => (
      <Button size="sm" variant="ghost" {...trigger}>
        {texts.modeIs(texts.modes[mode])}
        <Icon name="down" size={12} />
      </Button>
    )}
  </Menu>
)

const formats = ['svg', 'png', 'pdf'] as const

function ViewMenu({ onExport }: Pick<TimelineToolbarProps, 'onExport'>) {
  const { columns } = useViewOptions()
  return (
    <Menu
      label={texts.viewMenu}
      groups={[
        {
          heading: texts.columnsMenu,
          items: columnNames.map((name) => ({
            label: texts.columns[name],
            checked: columns.includes(name),
            onSelect: () => columnToggled(name),
          })),
        },
        {
          heading: texts.export,
          items: formats.map((format) => ({
            label: texts.exportAs[format],
            onSelect: () => onExport(format),
          })),
        },
      ]}
      placement="bottom-end"
    >
      {(trigger) => <IconButton icon="more" size="sm" label={texts.viewMenu} {...trigger} />}
    </Menu>
  )
}
