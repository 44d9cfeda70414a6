import type { WeeklyTimesheet } from '@milepost/api-contracts/timesheets'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { texts } from './texts.ts'
import { useSubmitWeek } from './week-query.ts'

export function SubmitBar({ week }: { week: WeeklyTimesheet }) {
  const submission = useSubmitWeek(week.week)
  return (
    <div className="sticky bottom-0 z-(--z-sticky) mt-auto flex min-h-14 items-center gap-3 border-line border-t bg-surface px-6 max-sm:bottom-14 max-sm:px-3">
      <span>{texts.entered(week.total_minutes, week.capacity_minutes)}</span>
      <span className="flex-1" />
      {submission.isError && week.can.submit && <FieldError text={explain(submission.error)} />}
      {week.can.submit ? (
        <Button
          variant="primary"
          aria-keyshortcuts="Control+Enter"
          onClick={() => submission.isPending || submission.mutate()}
          data-submit-week
        >
          {submission.isPending ? texts.submitting : texts.submit} <Kbd inherit>Ctrl Enter</Kbd>
        </Button>
      ) : (
        <span className="text-ink-3 text-xs">{texts.lockNote}</span>
      )}
    </div>
  )
}
