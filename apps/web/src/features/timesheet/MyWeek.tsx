import type { WeeklyTimesheet, WeekRow } from '@milepost/api-contracts/timesheets'
import { clsx } from 'clsx'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { addDays, formatDayRange, formatTime, localDate } from '#shared/format/dates.ts'
import { Badge } from '#shared/ui/Badge.tsx'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { useKeys } from '#shared/ui/use-keys.ts'
import { AddActivityDialog } from './AddActivityDialog.tsx'
import { AddTaskDialog } from './AddTaskDialog.tsx'
import { EarlierWeeks } from './EarlierWeeks.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { statusTexts, texts } from './texts.ts'
import { WeekFacts } from './WeekFacts.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import { isWeek, mondayOf, shiftWeek, weekNumber, weekOf, withAddedRows } from './week.ts'
import { useCellSaves, useSaveCell, useWeek } from './week-query.ts'

const tones = {
  draft: 'unknown',
  submitted: 'unknown',
  approved: 'green',
  rejected: 'red',
} as const

/** A person's own week: what was worked, on what, on which day. */
export function MyWeek() {
  const [params, setParams] = useSearchParams()
  const running = weekOf(localDate(new Date()))
  const asked = params.get('week') ?? running
  const go = (to: string) => setParams(to === running ? {} : { week: to })

  if (isWeek(asked)) return <Week asked={asked} running={running} go={go} />
  return (
    <>
      <PageHeader title={texts.title} />
      <main className="grid flex-1 content-center justify-center pb-24">
        <EmptyState
          title={texts.noSuchWeek}
          actions={<Button onClick={() => go(running)}>{texts.thisWeek}</Button>}
        >
          {texts.noSuchWeekHint}
        </EmptyState>
      </main>
    </>
  )
}

interface WeekProps {
  asked: string
  running: string
  go: (week: string) => void
}

function Week({ asked, running, go }: WeekProps) {
  const week = useWeek(asked)
  const monday = mondayOf(asked)

  return (
    <>
      <PageHeader title={texts.title} actions={<SavedMark week={asked} />}>
        <span className="flex items-center gap-0.5">
          <IconButton
            icon="previous"
            iconSize={14}
            label={texts.before}
            onClick={() => go(shiftWeek(asked, -1))}
          />
          <span className="whitespace-nowrap font-medium">
            {texts.week(weekNumber(asked), formatDayRange(monday, addDays(monday, 6)))}
          </span>
          <IconButton
            icon="next"
            iconSize={14}
            label={texts.after}
            onClick={() => go(shiftWeek(asked, 1))}
          />
        </span>
        {week.data && (
          <Badge tone={tones[week.data.status]} plain>
            {statusTexts[week.data.status]}
          </Badge>
        )}
        {asked !== running && (
          <Button variant="ghost" onClick={() => go(running)}>
            {texts.thisWeek}
          </Button>
        )}
      </PageHeader>
      {week.isPending && (
        <Loading label={texts.loading}>
          <div className="grid gap-2 px-6 py-4">
            <Skeleton className="h-12 rounded-lg" />
            <Skeleton className="h-72 rounded-lg" />
          </div>
        </Loading>
      )}
      {week.isError && !week.data && (
        <FailedState
          title={texts.failed}
          onRetry={() => void week.refetch()}
          reference={referenceOf(week.error)}
        >
          {explain(week.error)}
        </FailedState>
      )}
      {week.data && <Loaded key={week.data.week} week={week.data} />}
    </>
  )
}

/** What became of what was typed last; nothing before the first change. */
function SavedMark({ week }: { week: string }) {
  const last = useCellSaves(week).at(-1)
  if (last?.status !== 'pending' && last?.status !== 'success') return null
  return (
    <span role="status" className="whitespace-nowrap text-ink-3 text-xs max-sm:hidden">
      {last.status === 'pending'
        ? texts.saving
        : texts.saved(formatTime(new Date(last.submittedAt).toISOString()))}
    </span>
  )
}

function Loaded({ week }: { week: WeeklyTimesheet }) {
  const [added, setAdded] = useState<WeekRow[]>([])
  const [dialog, setDialog] = useState<'task' | 'activity' | null>(null)
  const saving = useSaveCell(week.week)
  const rows = withAddedRows(week, added)
  useKeys({ n: () => setDialog('task') }, week.can.edit)
  useSubmitKey(week.can.submit)

  function add(row: WeekRow) {
    setAdded((before) => [...before, row])
    setDialog(null)
  }

  const isEmpty = rows.length === 0 && week.can.edit
  const look = isEmpty ? ({} as const) : ({ variant: 'ghost', size: 'sm' } as const)
  const adding = (
    <span className={clsx('flex', isEmpty ? 'gap-2' : 'gap-1')}>
      <Button {...look} onClick={() => setDialog('task')}>
        <Icon name="add" size={12} />
        {texts.addTask} <Kbd>N</Kbd>
      </Button>
      <Button {...look} onClick={() => setDialog('activity')}>
        <Icon name="add" size={12} />
        {texts.addActivity}
      </Button>
    </span>
  )

  return (
    <>
      <main className="grid w-full max-w-(--content-max) grid-cols-[minmax(0,1fr)_328px] items-start gap-4 px-6 py-4 max-xl:grid-cols-1 max-sm:p-3">
        {isEmpty ? (
          <EmptyState title={texts.nothing} actions={adding} className="-ml-6 max-sm:-ml-3">
            {texts.nothingHint}
          </EmptyState>
        ) : (
          <WeekGrid
            week={week}
            rows={rows}
            adding={adding}
            onSave={(change) =>
              saving.mutate(change, { onError: (error) => somethingFailed(explain(error)) })
            }
          />
        )}
        <div className="grid gap-4">
          <WeekFacts week={week} />
          <EarlierWeeks weeks={week.earlier} />
        </div>
      </main>
      <SubmitBar week={week} />
      {dialog === 'task' && <AddTaskDialog onAdd={add} onClose={() => setDialog(null)} />}
      {dialog === 'activity' && <AddActivityDialog onAdd={add} onClose={() => setDialog(null)} />}
    </>
  )
}

/** Also while typing: the last cell is saved by leaving it, then the week goes. */
function useSubmitKey(on: boolean): void {
  useEffect(() => {
    if (!on) return
    function handle(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      const button = document.querySelector<HTMLButtonElement>('[data-submit-week]')
      button?.focus()
      button?.click()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [on])
}
