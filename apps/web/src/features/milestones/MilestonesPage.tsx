import type { MilestoneView } from '@milepost/api-contracts/projects'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { milestonesKey, useMilestones } from '#shared/api/milestones-query.ts'
import { useProject } from '#shared/api/projects-query.ts'
import { localDate } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { HeaderActions } from '#shared/ui/HeaderActions.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { useNow } from '#shared/ui/use-now.ts'
import { MilestoneForm } from './MilestoneForm.tsx'
import { MilestoneTable } from './MilestoneTable.tsx'
import { texts } from './texts.ts'

/** The dates of one project that others wait for. */
export function MilestonesPage({ projectId }: { projectId: string }) {
  const milestones = useMilestones(projectId)
  const project = useProject(projectId)
  const today = localDate(useNow())
  const [editing, setEditing] = useState<MilestoneView | 'new' | null>(null)
  useLiveMilestones(projectId)
  const items = milestones.data?.items

  const add = project.data?.can.create_milestone && (
    <Button
      variant="primary"
      onClick={() => setEditing('new')}
      className="max-sm:w-10 max-sm:px-0!"
    >
      <Icon name="add" />
      <span className="max-sm:sr-only">{texts.add}</span>
    </Button>
  )
  return (
    <main className="w-full px-6 py-4 max-sm:p-3">
      {items && items.length > 0 && <HeaderActions>{add}</HeaderActions>}
      <Panel title={texts.title} {...(items && { note: items.length })}>
        {milestones.isPending && <MilestonesSkeleton />}
        {milestones.isError && !items && (
          <FailedState
            title={texts.failed}
            onRetry={() => void milestones.refetch()}
            reference={referenceOf(milestones.error)}
          >
            {explain(milestones.error)}
          </FailedState>
        )}
        {items?.length === 0 && (
          <EmptyState title={texts.emptyTitle} actions={add}>
            {texts.empty}
          </EmptyState>
        )}
        {items && items.length > 0 && (
          <MilestoneTable milestones={items} today={today} onEdit={setEditing} />
        )}
      </Panel>
      {editing && (
        <MilestoneForm
          projectId={projectId}
          milestone={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  )
}

/** Someone else changed a milestone, or finished a task that leads to one. */
function useLiveMilestones(projectId: string): void {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: milestonesKey(projectId) })
  useLiveChannel(`project:${projectId}`, {
    onEvent: ({ event_type }) => {
      if (event_type === 'project.milestone' || event_type === 'task.completed') readAgain()
    },
    onResync: readAgain,
  })
}

const MilestonesSkeleton = () => (
  <Loading label={texts.loading}>
    {['w-1/2', 'w-2/5', 'w-3/5'].map((width) => (
      <div key={width} className="flex h-11 items-center border-line px-4 not-first:border-t">
        <Skeleton className={`h-2.5 ${width}`} />
      </div>
    ))}
  </Loading>
)
