import type { TaskRows, TaskRowView } from '@milepost/api-contracts/list'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { useMe } from '#shared/api/session-store.ts'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { SuggestAssignee } from '#shared/ui/SuggestAssignee.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { arrangeRows } from './arrange-rows.ts'
import { BlockedReason } from './BlockedReason.tsx'
import { download, toCsv, toXlsx } from './export-list.ts'
import { ListTable } from './ListTable.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import { listOutdated, useTaskRows } from './list-query.ts'
import { listLeft, selectionCleared, selectionKept, useSelected } from './list-store.ts'
import { listNewsArrived } from './live-list.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { changeRow, changeRows, deleteRows, type RowChange } from './save-tasks.ts'
import { texts } from './texts.ts'
import { useListContext } from './use-list-context.ts'
import { useListState } from './use-list-state.ts'

interface TaskListProps {
  projectId: string
  onOpen: (taskId: string) => void
}

/** All tasks of a project as a table, true while it is open: what others do arrives by the live channel. */
export function TaskList({ projectId, onOpen }: TaskListProps) {
  const client = useQueryClient()
  const list = useTaskRows(projectId)
  useLiveChannel(`project:${projectId}`, {
    onEvent: (event) => listNewsArrived(client, projectId, event),
    onResync: () => void listOutdated(client, projectId),
  })
  useEffect(() => listLeft, [])

  if (list.isPending) {
    return (
      <Loading label={texts.loading}>
        <div className="grid gap-3 px-6 pt-14">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-5 w-3/5" />
          <Skeleton className="h-5 w-2/3" />
        </div>
      </Loading>
    )
  }
  if (list.isError && !list.data) {
    return (
      <FailedState
        title={texts.failed}
        onRetry={() => void list.refetch()}
        reference={referenceOf(list.error)}
      >
        {explain(list.error)}
      </FailedState>
    )
  }
  return <Loaded list={list.data} onOpen={onOpen} />
}

function Loaded({ list, onOpen }: { list: TaskRows; onOpen: (taskId: string) => void }) {
  const client = useQueryClient()
  const me = useMe()
  const { state, change, show } = useListState()
  const context = useListContext(list)
  const selected = useSelected()
  const [suggesting, setSuggesting] = useState<TaskRowView | null>(null)
  const [blocking, setBlocking] = useState<TaskRowView | null>(null)
  const { tasks, can, project_id: projectId, key: projectKey } = list
  const settled = useDeferredValue(state)
  const lines = useMemo(() => arrangeRows(tasks, settled, context), [tasks, settled, context])
  const shown = lines.flatMap((line) => (line.kind === 'task' ? [line.task] : []))
  const place = useMemo(() => ({ client, projectId, projectKey }), [client, projectId, projectKey])

  useEffect(() => selectionKept(new Set(tasks.map(({ id }) => id))), [tasks])
  const save = useCallback(
    (task: TaskRowView, wanted: RowChange) => {
      // It is blocked once it says why.
      if (wanted.status === 'blocked') setBlocking(task)
      else void changeRow(place, task, wanted)
    },
    [place],
  )
  const chosen = useMemo(() => tasks.filter(({ id }) => selected.has(id)), [tasks, selected])

  async function exportShown(format: 'csv' | 'xlsx') {
    try {
      const what = { tasks: shown, columns: state.columns, context }
      const file = format === 'csv' ? await toCsv(what) : await toXlsx(what)
      download(file, `${projectKey}-tasks.${format}`)
    } catch (error) {
      somethingFailed(explain(error))
    }
  }

  if (tasks.length === 0) {
    return (
      <EmptyState
        title={texts.empty}
        actions={
          <>
            <Link
              to={`/projects/${projectId}/board`}
              className={buttonClass({ variant: 'primary' })}
            >
              {texts.toBoard}
            </Link>
            <Link to={`/projects/${projectId}/trash`} className={buttonClass({})}>
              {texts.trash}
            </Link>
          </>
        }
      >
        {texts.emptyHint}
      </EmptyState>
    )
  }
  return (
    <main className="flex h-[calc(100dvh-var(--size-header))] min-w-0 flex-col max-sm:h-[calc(100dvh-var(--size-header)-96px)]">
      <ListToolbar
        {...{ projectId, tasks, context, state, change, show }}
        shown={shown.length}
        onExport={(format) => void exportShown(format)}
      />
      {lines.length === 0 ? (
        <EmptyState
          title={texts.nothing}
          actions={<Button onClick={() => show({})}>{texts.clear}</Button>}
        >
          {texts.nothingHint}
        </EmptyState>
      ) : (
        <ListTable
          {...{ lines, state, context, change, onOpen }}
          editor={{ update: can.update, me: me?.id }}
          onSave={save}
          onSuggest={setSuggesting}
        />
      )}
      {can.update !== 'none' && (
        <SelectionBar
          {...{ selected: chosen, tasks, context, can }}
          onChange={(set) => void changeRows(place, chosen, set)}
          onDelete={() => void deleteRows(place, chosen).then((done) => done && selectionCleared())}
        />
      )}
      {suggesting && (
        <SuggestAssignee
          taskId={suggesting.id}
          assigneeId={suggesting.assignee_id ?? null}
          onClose={() => setSuggesting(null)}
          onChoose={(assignee_id) => {
            const now = tasks.find(({ id }) => id === suggesting.id) ?? suggesting
            setSuggesting(null)
            void changeRow(place, now, { assignee_id })
          }}
        />
      )}
      {blocking && (
        <BlockedReason
          onClose={() => setBlocking(null)}
          onGiven={(blocked_reason) => {
            setBlocking(null)
            void changeRow(place, blocking, { status: 'blocked', blocked_reason })
          }}
        />
      )}
    </main>
  )
}
