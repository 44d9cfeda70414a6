import type { MyTask, MyWork } from '@milepost/api-contracts/list'
import { Link } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { daysBetween, formatAge, formatDay, formatDayRange } from '#shared/format/dates.ts'
import { formatHours, plural } from '#shared/format/numbers.ts'
import { buttonClass } from '#shared/ui/button-class.ts'
import { ConnectionMark } from '#shared/ui/ConnectionMark.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { PriorityMark } from '#shared/ui/PriorityMark.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { useNow } from '#shared/ui/use-now.ts'
import { useMyWork, useWeekState } from './my-work-query.ts'
import { type SectionName, sectionWord, texts } from './texts.ts'

/** Where a contributor's day starts: what needs them first, over all their projects. */
export function MyWorkPage() {
  const work = useMyWork()
  return (
    <>
      <PageHeader title={texts.title} actions={<ConnectionMark />}>
        {work.data && (
          <span className="text-ink-3 text-xs">
            {formatDayRange(work.data.week.from, work.data.week.to)}
          </span>
        )}
      </PageHeader>
      <main className="grid w-full max-w-[1120px] gap-4 px-6 py-4 max-sm:p-3">
        {work.isPending && (
          <Loading label={texts.loading}>
            <Skeleton className="h-40 rounded-lg" />
          </Loading>
        )}
        {work.isError && !work.data && (
          <FailedState
            title={texts.failed}
            onRetry={() => void work.refetch()}
            reference={referenceOf(work.error)}
          >
            {explain(work.error)}
          </FailedState>
        )}
        {work.data && <Sections work={work.data} />}
      </main>
    </>
  )
}

function Sections({ work }: { work: MyWork }) {
  const names = (Object.keys(sectionWord) as SectionName[]).filter((name) => work[name].total > 0)
  return (
    <>
      <WeekLine today={work.today} />
      {names.length === 0 && <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      {names.map((name) => {
        const { total, items } = work[name]
        return (
          <Panel
            key={name}
            title={sectionWord[name]}
            note={total}
            {...(total > items.length && { footer: texts.more(total - items.length) })}
          >
            <ul>
              {items.map((task) => (
                <TaskLine key={task.id} task={task} today={work.today} />
              ))}
            </ul>
          </Panel>
        )
      })}
    </>
  )
}

function WeekLine({ today }: { today: string }) {
  const week = useWeekState(today).data
  if (!week) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-ink-2">
      {texts.timesheet[week.status]}
      <Link to="/timesheet" className={buttonClass({ size: 'sm' })}>
        {texts.toTimesheet}
      </Link>
    </p>
  )
}

function TaskLine({ task, today }: { task: MyTask; today: string }) {
  const { id, key, title, status, project, remaining_minutes } = task
  return (
    <li className="border-line not-first:border-t">
      <Link
        to={`/projects/${project.id}/board?task=${id}`}
        className="grid min-h-11 grid-cols-[14px_14px_76px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-2 outline-offset-[-2px] hover:bg-hover max-sm:grid-cols-[14px_minmax(0,1fr)_auto]"
      >
        <StatusMark status={status} label={statusWord[status]} />
        <span className="max-sm:hidden">
          <PriorityMark priority={task.priority} />
        </span>
        <span className="text-ink-3 max-sm:hidden">{key}</span>
        <span className="min-w-0">
          <span className="block text-pretty">{title}</span>
          <span className="block text-ink-3 text-xs">
            {project.name}
            {task.blocked_reason !== null && (
              <>
                {' · '}
                <span className="text-red-fg">{task.blocked_reason}</span>
                <Since instant={task.blocked_since} />
              </>
            )}
          </span>
        </span>
        <span className="text-right text-xs tabular-nums">
          <DueText task={task} today={today} />
          {remaining_minutes !== null && (
            <span className="block text-ink-3">{formatHours(remaining_minutes)}</span>
          )}
        </span>
      </Link>
    </li>
  )
}

function Since({ instant }: { instant: string | null }) {
  const now = useNow()
  return instant === null ? null : <>, {formatAge(instant, now)}</>
}

function DueText({ task: { due_date }, today }: { task: MyTask; today: string }) {
  if (due_date === null) return <span className="block text-ink-3">–</span>
  const late = daysBetween(due_date, today)
  return (
    <span className={late > 0 ? 'block font-medium text-red-fg' : 'block text-ink-2'}>
      {late > 0 ? texts.late(plural(late, 'day')) : `${texts.due} ${formatDay(due_date)}`}
    </span>
  )
}
