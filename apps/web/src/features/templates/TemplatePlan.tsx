import type { TemplateContent } from '@milepost/api-contracts/templates'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { formatHours } from '#shared/format/numbers.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { MilestoneMark } from '#shared/ui/MilestoneMark.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { useTemplate } from './template-api.ts'
import { texts } from './texts.ts'

type Task = TemplateContent['tasks'][number]

/** The tasks of a template with the days they take, and its milestones. */
export function TemplatePlan({ templateId }: { templateId: string }) {
  const template = useTemplate(templateId)
  if (template.isError && !template.data) {
    return (
      <FailedState
        title={texts.planFailed}
        onRetry={() => void template.refetch()}
        reference={referenceOf(template.error)}
      >
        {explain(template.error)}
      </FailedState>
    )
  }
  if (!template.data) {
    return (
      <Loading label={texts.planLoading}>
        <Skeleton className="m-4 h-40" />
      </Loading>
    )
  }
  const { tasks, milestones } = template.data.content
  return (
    <ul className="border-line border-t bg-canvas py-2">
      {inTree(tasks).map(({ task, level }) => (
        <li key={task.ref} className="flex gap-3 py-0.5 pr-4 pl-8">
          <span
            className={level === 0 ? 'min-w-0 flex-1 font-medium' : 'min-w-0 flex-1'}
            style={{ paddingInlineStart: `${level * 16}px` }}
          >
            {task.title}
          </span>
          <span className="w-28 flex-none text-right text-ink-3 text-xs tabular-nums leading-5">
            {task.start_day !== null && sayDays(task.start_day, task.duration_days ?? 1)}
          </span>
          <span className="w-14 flex-none text-right text-ink-3 text-xs tabular-nums leading-5">
            {task.estimate_minutes !== null && formatHours(task.estimate_minutes)}
          </span>
        </li>
      ))}
      {milestones
        .toSorted((one, other) => one.day - other.day)
        .map(({ ref, name, day }) => (
          <li key={ref} className="flex items-center gap-2 py-0.5 pr-[104px] pl-8">
            <MilestoneMark state="coming" />
            <span className="min-w-0 flex-1">{name}</span>
            <span className="text-ink-3 text-xs tabular-nums">{texts.day(day + 1, day + 1)}</span>
          </li>
        ))}
    </ul>
  )
}

/** People count from 1. */
const sayDays = (start: number, duration: number) => texts.day(start + 1, start + duration)

/** Each part after its whole. */
function inTree(tasks: readonly Task[]): { task: Task; level: number }[] {
  const partsOf = Map.groupBy(tasks, ({ parent_ref }) => parent_ref)
  const under = (parent: string | null, level: number): { task: Task; level: number }[] =>
    (partsOf.get(parent) ?? []).flatMap((task) => [{ task, level }, ...under(task.ref, level + 1)])
  return under(null, 0)
}
