import type { RecurringTaskView } from '@milepost/api-contracts/recurring'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { HeaderActions } from '#shared/ui/HeaderActions.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { RecurringDialog } from './RecurringDialog.tsx'
import { RecurringTable } from './RecurringTable.tsx'
import { endRecurringTask, recurringKey, useRecurringTasks } from './recurring-api.ts'
import { texts } from './texts.ts'

/** A project's work that comes back by the calendar. */
export function RecurringPage({ projectId }: { projectId: string }) {
  const client = useQueryClient()
  const series = useRecurringTasks(projectId)
  const [editing, setEditing] = useState<RecurringTaskView | 'new' | null>(null)
  const items = series.data?.items

  async function end(one: RecurringTaskView) {
    try {
      await endRecurringTask(one)
      somethingHappened({ text: texts.ended(one.title) })
    } catch (error) {
      somethingFailed(explain(error))
    }
    await client.invalidateQueries({ queryKey: recurringKey(projectId) })
  }
  const add = series.data?.can.create && (
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
    <main className="w-full max-w-[1120px] px-6 py-4 max-sm:p-3">
      {items && items.length > 0 && <HeaderActions>{add}</HeaderActions>}
      <Panel title={texts.title} {...(items && { note: items.length })}>
        {series.isPending && (
          <Loading label={texts.loading}>
            <Skeleton className="m-4 h-24" />
          </Loading>
        )}
        {series.isError && !items && (
          <FailedState
            title={texts.failed}
            onRetry={() => void series.refetch()}
            reference={referenceOf(series.error)}
          >
            {explain(series.error)}
          </FailedState>
        )}
        {items?.length === 0 && (
          <EmptyState title={texts.emptyTitle} actions={add}>
            {texts.empty}
          </EmptyState>
        )}
        {items && items.length > 0 && (
          <RecurringTable items={items} onEdit={setEditing} onEnd={(one) => void end(one)} />
        )}
      </Panel>
      {editing && (
        <RecurringDialog
          projectId={projectId}
          series={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  )
}
