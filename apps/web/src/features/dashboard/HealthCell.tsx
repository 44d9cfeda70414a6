import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import { clsx } from 'clsx'
import { formatCount } from '#shared/format/numbers.ts'
import { HealthBadge } from '#shared/ui/Badge.tsx'
import { useEvidence } from '#shared/ui/evidence.ts'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { keys, ruleNames } from './evidence.ts'
import { texts } from './texts.ts'

/** Computed health in a badge, which opens the rules; declared health beside it in words. */
export function HealthCell({ project }: { project: PortfolioProject }) {
  const { open, openKey } = useEvidence()
  const key = keys.health(project)
  return (
    <>
      <Tooltip text={firedRules(project)}>
        <button
          type="button"
          aria-expanded={openKey === key}
          onClick={({ detail }) => open(key, detail === 0)}
          className={clsx(
            'flex rounded-sm hover:brightness-[0.97]',
            openKey === key && 'outline-2 outline-accent-line',
          )}
        >
          <HealthBadge health={project.computed_health} />
        </button>
      </Tooltip>
      <div className="mt-0.5 flex items-center gap-1 whitespace-nowrap text-ink-3 text-xs">
        <Declared project={project} />
      </div>
    </>
  )
}

function Declared({ project }: { project: PortfolioProject }) {
  const { declared_health: declared, computed_health: computed, disagreement_days: days } = project
  if (declared === computed && declared !== 'unknown') return texts.asDeclared
  if (declared === 'unknown') return 'not declared'
  return (
    <>
      {texts.declared}
      <HealthMark health={declared} size={8} />
      {healthWord[declared].toLowerCase()}
      {days !== null && days > 0 && `, ${formatCount(days)} d`}
    </>
  )
}

/** "Schedule slippage 16.9%, over 10%", one sentence per rule that fired. */
export function firedRules({ rules, computed_at }: PortfolioProject): string {
  if (computed_at === null) return texts.notComputed
  const fired = rules.filter((rule) => rule.fired)
  if (fired.length === 0) return 'No rule fired'
  return fired
    .map(({ rule, value, limit }) => `${ruleNames[rule]}${value ? ` ${value}` : ''}, ${limit}`)
    .join('. ')
}
