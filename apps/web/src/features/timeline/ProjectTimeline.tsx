import type { Timeline } from '@milepost/api-contracts/timeline'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { TimelineView } from './TimelineView.tsx'
import { texts } from './texts.ts'
import { concernsPlan, timelineOutdated, useTimeline } from './timeline-query.ts'
import { useChosenBaseline } from './use-timeline-params.ts'

/** A burst of changes is one answer: the plan is read again so long after the first of them. */
const gatherMs = 250

/** A project's plan, true while it is open: what others change arrives by the live channel. */
export function ProjectTimeline({ projectId }: { projectId: string }) {
  const baseline = useChosenBaseline()
  const timeline = useTimeline(projectId, baseline.id)
  useLiveTimeline(projectId)

  if (timeline.isPending) {
    return (
      <Loading label={texts.loading}>
        <TimelineSkeleton />
      </Loading>
    )
  }
  if (timeline.isError && !timeline.data) {
    return (
      <FailedState
        title={texts.failed}
        onRetry={() => void timeline.refetch()}
        reference={referenceOf(timeline.error)}
      >
        {explain(timeline.error)}
      </FailedState>
    )
  }
  return (
    <main className="flex h-[calc(100dvh-var(--size-header))] min-h-0 flex-col max-sm:h-[calc(100dvh-var(--size-header)-40px-56px)]">
      <Loaded timeline={timeline.data} hideBaseline={baseline.hidden} />
    </main>
  )
}

const hasDates = ({ tasks, milestones }: Timeline) =>
  milestones.length > 0 ||
  tasks.some(({ start_date, due_date }) => start_date !== undefined || due_date !== undefined)

function Loaded({ timeline, hideBaseline }: { timeline: Timeline; hideBaseline: boolean }) {
  const [planning, setPlanning] = useState(false)
  if (hasDates(timeline) || planning)
    return <TimelineView timeline={timeline} hideBaseline={hideBaseline} />
  const some = timeline.tasks.length > 0
  return (
    <EmptyState
      title={texts.empty}
      actions={
        <>
          {some && timeline.can.plan && (
            <Button variant="primary" onClick={() => setPlanning(true)}>
              {texts.showRows}
            </Button>
          )}
          <Link to={`/projects/${timeline.project_id}/board`} className={buttonClass({})}>
            {texts.toBoard}
          </Link>
        </>
      }
    >
      {some ? texts.emptyHint : texts.emptyNoTasks}
    </EmptyState>
  )
}

/** Somebody changed the plan. An event does not say what it means for floats and followers, so ask. */
function useLiveTimeline(projectId: string): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const readAgain = () => void timelineOutdated(client, projectId)
  useLiveChannel(`project:${projectId}`, {
    onEvent(event) {
      if (!concernsPlan(event)) return
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        readAgain()
      }, gatherMs)
    },
    onResync: readAgain,
  })
}

const TimelineSkeleton = () => (
  <div className="grid h-[calc(100dvh-var(--size-header)-40px)] grid-cols-[minmax(160px,40%)_minmax(0,1fr)] pt-10">
    <div className="border-line border-t border-r bg-surface pt-11">
      {['w-3/5', 'w-4/5', 'w-2/3', 'w-3/4', 'w-1/2', 'w-3/5', 'w-4/5'].map((width, index) => (
        // Only the order tells these lines apart.
        <div key={`${width}${index < 4 ? 'a' : 'b'}`} className="flex h-8 items-center px-6">
          <Skeleton className={`h-2.5 ${width}`} />
        </div>
      ))}
    </div>
    <div className="border-line border-t bg-surface pt-11">
      {['ml-8 w-48', 'ml-20 w-32', 'ml-28 w-56', 'ml-44 w-40', 'ml-56 w-24'].map((place) => (
        <div key={place} className="flex h-8 items-center">
          <Skeleton className={`h-2.5 ${place}`} />
        </div>
      ))}
    </div>
  </div>
)
