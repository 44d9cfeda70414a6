import { formatPercent } from '#shared/format/numbers.ts'
import { Chip } from '#shared/ui/Chip.tsx'
import { Meter } from '#shared/ui/Meter.tsx'
import { type FilterName, filterNames } from './board-filter.ts'
import { texts } from './texts.ts'

interface BoardToolbarProps {
  filters: readonly FilterName[]
  onToggle: (name: FilterName) => void
  shown: number
  all: number
  completion: number | null
}

export const BoardToolbar = ({ filters, onToggle, shown, all, completion }: BoardToolbarProps) => (
  <div className="sticky top-(--size-header) z-(--z-header) flex h-10 items-center gap-2 border-line border-b bg-canvas px-6 max-sm:top-[calc(var(--size-header)+40px)] max-sm:px-3">
    {filterNames.map((name) => (
      <Chip key={name} on={filters.includes(name)} onClick={() => onToggle(name)}>
        {texts.filters[name]}
      </Chip>
    ))}
    <span className="whitespace-nowrap text-ink-3 text-xs tabular-nums">
      {texts.shown(shown, all)}
    </span>
    <span className="flex-1" />
    {completion !== null && (
      <span className="flex items-center gap-2 text-ink-2 text-xs max-sm:hidden">
        {texts.complete}
        <Meter value={completion} label={texts.complete} className="w-24" />
        <b className="w-10 text-right font-semibold text-ink tabular-nums">
          {formatPercent(completion)}
        </b>
      </span>
    )}
  </div>
)
