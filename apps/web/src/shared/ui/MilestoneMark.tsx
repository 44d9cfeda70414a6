import type { ReactNode } from 'react'

export type MilestoneState = 'achieved' | 'missed' | 'at_risk' | 'coming'

const diamond = 'M7 .8 13.200 7 7 13.200 .8 7z'
const hollow = (colour: string) => (
  <path d={diamond} fill="var(--color-surface)" stroke={colour} strokeWidth="1.5" />
)

const shapes: Record<MilestoneState, ReactNode> = {
  achieved: (
    <>
      <path d={diamond} fill="var(--color-green-mark)" />
      <path
        d="m4.700 7.100 1.700 1.700 3-3.300"
        fill="none"
        stroke="var(--color-surface)"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  missed: (
    <>
      {hollow('var(--color-red-mark)')}
      <path
        d="m5.200 5.200 3.600 3.600M8.800 5.200 5.200 8.800"
        stroke="var(--color-red-mark)"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
  at_risk: (
    <>
      {hollow('var(--color-amber-mark)')}
      <path d="M7 .8 13.200 7 7 13.200z" fill="var(--color-amber-mark)" />
    </>
  ),
  coming: hollow('var(--color-ink-3)'),
}

/** A diamond: check achieved, cross missed, half at risk, hollow coming. Its word stands beside it. */
export function MilestoneMark({ state, size = 14 }: { state: MilestoneState; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" className="block" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}
