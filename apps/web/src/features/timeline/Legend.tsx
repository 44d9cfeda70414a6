import type { Timeline } from '@milepost/api-contracts/timeline'
import type { ReactNode } from 'react'
import { formatDayRange } from '#shared/format/dates.ts'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { texts } from './texts.ts'

const { legend } = texts

const halves = (from: string, to: string) => ({
  background: `linear-gradient(90deg, var(${from}) 50%, var(${to}) 50%)`,
})

/** What the shapes mean, in one line. */
export const Legend = ({ windows }: { windows: Timeline['calendar']['windows'] }) => (
  <footer className="flex h-8 flex-none items-center gap-4 overflow-hidden border-line border-t bg-canvas px-6 text-ink-3 text-xs max-sm:hidden">
    <Entry
      mark={
        <i className="block h-2 w-5 rounded-xs" style={halves('--color-bar-done', '--color-bar')} />
      }
    >
      {legend.task}
    </Entry>
    <Entry
      mark={
        <i
          className="block h-2 w-5 rounded-xs"
          style={halves('--color-bar-critical-done', '--color-bar-critical')}
        />
      }
    >
      {legend.critical}
    </Entry>
    <Entry mark={<i className="block h-[3px] w-5 rounded-xs bg-baseline" />}>
      {legend.baseline}
    </Entry>
    <Entry mark={<i className="block h-0.5 w-5 bg-red-mark" />}>{legend.violated}</Entry>
    <Entry mark={<MilestoneMark state="achieved" size={12} />}>{legend.achieved}</Entry>
    <Entry mark={<MilestoneMark state="missed" size={12} />}>{legend.missed}</Entry>
    <Entry mark={<MilestoneMark state="at_risk" size={12} />}>{legend.atRisk}</Entry>
    <Entry mark={<MilestoneMark state="coming" size={12} />}>{legend.coming}</Entry>
    {windows.slice(0, 1).map(({ id, name, starts_on, ends_on }) => (
      <Entry key={id} mark={<i className="locked block h-3 w-5" />}>
        {name} {formatDayRange(starts_on, ends_on)}
      </Entry>
    ))}
    <span className="ml-auto whitespace-nowrap max-2xl:hidden">{legend.variance}</span>
  </footer>
)

const Entry = ({ mark, children }: { mark: ReactNode; children: ReactNode }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
    {mark}
    {children}
  </span>
)
