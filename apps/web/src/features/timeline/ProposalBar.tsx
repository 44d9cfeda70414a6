import type { SchedulePreview } from '@milepost/api-contracts/timeline'
import { daysBetween, formatDay, formatDayRange } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { useKeys } from '#shared/ui/use-keys.ts'
import { texts } from './texts.ts'
import { type Proposal, proposalGivenUp, useSaving } from './timeline-store.ts'

interface ProposalBarProps {
  proposal: Proposal
  /** "WAF-12 Tune the rules". */
  nameOf: (taskId: string) => string
  onSave: () => void
}

const shownMoves = 5
const shownViolations = 3

/** What a move would change beyond the bar that was dragged. Nothing is saved before a yes. */
export function ProposalBar({ proposal, nameOf, onSave }: ProposalBarProps) {
  const saving = useSaving()
  useKeys({ Escape: proposalGivenUp })
  const { answer, label } = proposal
  const others = answer.moves.filter(({ cause }) => cause !== 'asked')
  return (
    <section
      aria-label={texts.proposalLabel}
      className="absolute right-6 bottom-12 z-(--z-panel) grid w-[440px] max-w-[calc(100%-24px)] gap-2.5 rounded-lg bg-raised p-4 shadow-float max-sm:right-3"
    >
      <h2 className="font-semibold">{texts.proposal(label, others.length)}</h2>
      {others.length > 0 && (
        <ul className="grid max-h-44 gap-1 overflow-y-auto">
          {others.slice(0, shownMoves).map((move) => (
            <Move key={move.task_id} move={move} name={nameOf(move.task_id)} />
          ))}
          {others.length > shownMoves && (
            <li className="text-ink-3 text-xs">{texts.more(others.length - shownMoves)}</li>
          )}
        </ul>
      )}
      {answer.violations.length > 0 && (
        <ul className="grid gap-1 text-xs">
          {answer.violations.slice(0, shownViolations).map(({ task_id, link_id, kind, detail }) => (
            <li
              key={`${task_id}${link_id}${kind}`}
              className="flex items-start gap-1.5 text-amber-fg"
            >
              <HealthMark health="amber" size={9} className="mt-[3px]" />
              <span>{detail}</span>
            </li>
          ))}
          {answer.violations.length > shownViolations && (
            <li className="text-ink-3">{texts.more(answer.violations.length - shownViolations)}</li>
          )}
        </ul>
      )}
      <div className="flex items-center gap-2 border-line border-t pt-3">
        <ProjectEnd finish={answer.finish} />
        <span className="flex-1" />
        <Button onClick={proposalGivenUp}>{texts.cancel}</Button>
        <Button variant="primary" onClick={onSave} autoFocus>
          {saving ? texts.saving : texts.save}
        </Button>
      </div>
    </section>
  )
}

function Move({ move, name }: { move: SchedulePreview['moves'][number]; name: string }) {
  const { start_date, due_date } = move.to
  const from = start_date ?? due_date
  const to = due_date ?? start_date
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_44px] items-baseline gap-2 text-xs">
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="whitespace-nowrap text-ink-2 tabular-nums">
        {from && to && formatDayRange(from, to)}
      </span>
      <span className="text-right font-medium tabular-nums">{texts.days(move.days)}</span>
    </li>
  )
}

function ProjectEnd({ finish: { from, to } }: { finish: SchedulePreview['finish'] }) {
  if (!from || !to || from === to)
    return <span className="text-ink-3 text-xs">{texts.unchanged}</span>
  const later = to > from
  return (
    <span className="text-ink-2 text-xs tabular-nums">
      {texts.projectEnd} {formatDay(from)} → <b className="font-medium text-ink">{formatDay(to)}</b>{' '}
      <span className={later ? 'font-medium text-amber-fg' : 'text-ink-3'}>
        {texts.days(daysBetween(from, to))}
      </span>
    </span>
  )
}
