import { formatDay } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import type { Swimlane } from './lanes.ts'
import { texts } from './texts.ts'

interface LaneHeaderProps {
  lane: Swimlane
  collapsed: boolean
  onCollapse: (laneId: string) => void
}

/** Stays below the columns' headers while its lane is in the window. */
export const LaneHeader = ({ lane, collapsed, onCollapse }: LaneHeaderProps) => (
  <div className="sticky top-[136px] z-[calc(var(--z-sticky)-1)] -mx-6 border-line border-y bg-canvas px-6 max-sm:top-[176px] max-sm:-mx-3 max-sm:px-3">
    <button
      type="button"
      aria-expanded={!collapsed}
      onClick={() => onCollapse(lane.id)}
      className="sticky left-[calc(var(--beside)+24px)] flex h-9 max-w-[calc(100vw-var(--beside)-48px)] items-center gap-2 rounded-sm pr-2 text-xs max-sm:left-3"
    >
      <span className="text-ink-3">
        <Icon name={collapsed ? 'next' : 'down'} size={14} />
      </span>
      <h2 className="truncate font-semibold text-ink text-sm">{lane.label}</h2>
      <span className="whitespace-nowrap text-ink-3 tabular-nums">
        {plural(lane.count, 'task')}
      </span>
      {lane.count > 0 && (
        <>
          <Meter
            value={(lane.done / lane.count) * 100}
            label={texts.doneOf(lane.label)}
            className="w-24 flex-none max-sm:hidden"
          />
          <span className="whitespace-nowrap text-ink-2 tabular-nums">
            {texts.laneDone(lane.done)}
          </span>
        </>
      )}
      {lane.due_date !== undefined && (
        <span className="whitespace-nowrap text-ink-3">
          {texts.laneDue(formatDay(lane.due_date))}
        </span>
      )}
    </button>
  </div>
)
