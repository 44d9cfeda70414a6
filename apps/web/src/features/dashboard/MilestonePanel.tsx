import type { PortfolioMilestone } from '@milepost/api-contracts/portfolio'
import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { MilestoneMark, type MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { MilestoneLine } from './MilestoneLine.tsx'
import { MilestoneList } from './MilestoneList.tsx'
import { layOutMilestones } from './milestone-axis.ts'
import { byUrgency, countMilestones } from './milestone-notes.ts'
import { texts } from './texts.ts'

interface MilestonePanelProps {
  milestones: readonly PortfolioMilestone[]
  today: string
  className?: string
}

/** Of the list, before someone asks for all. */
const linesShown = 8

/** Recent and coming milestones of all projects: a line of time, and a list where that has no room. */
export function MilestonePanel({ milestones, today, className = '' }: MilestonePanelProps) {
  const { ref, width } = useWidth()
  const [all, setAll] = useState(false)
  const axis = layOutMilestones(milestones, today, width)
  const urgent = new Set(byUrgency(milestones, today).slice(0, linesShown))
  const listed = axis.items.filter(({ milestone }) => all || urgent.has(milestone))
  const hidesSome = axis.items.some(({ place }) => place === null) || milestones.length > linesShown
  return (
    <Panel
      title={texts.milestones}
      note={countMilestones(milestones)}
      aside={
        <>
          <Legend />
          {(all || hidesSome) && (
            <Button variant="ghost" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? texts.fewer : texts.all(milestones.length)}
            </Button>
          )}
        </>
      }
      className={clsx('@container', className)}
    >
      {milestones.length === 0 ? (
        <p className="px-4 py-2 text-ink-2">{texts.milestonesNone}</p>
      ) : (
        <>
          <div ref={ref} className="mx-4 @max-[559px]:hidden">
            {width > 0 && <MilestoneLine axis={axis} today={today} />}
          </div>
          <div className={clsx(all ? 'border-line @min-[560px]:border-t' : '@min-[560px]:hidden')}>
            <MilestoneList items={listed} />
          </div>
        </>
      )}
    </Panel>
  )
}

const legend: { state: MilestoneState; word: string }[] = [
  { state: 'achieved', word: 'achieved' },
  { state: 'missed', word: 'missed' },
  { state: 'at_risk', word: 'at risk' },
  { state: 'coming', word: 'coming' },
]

const Legend = () => (
  <span className="mr-2 flex items-center gap-3.5 whitespace-nowrap text-ink-3 text-xs @max-[719px]:hidden">
    {legend.map(({ state, word }) => (
      <span key={state} className="flex items-center gap-[5px]">
        <MilestoneMark state={state} size={12} />
        {word}
      </span>
    ))}
  </span>
)

/** Labels are placed by pixels, so the width must be known; 0 until it has been measured. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
