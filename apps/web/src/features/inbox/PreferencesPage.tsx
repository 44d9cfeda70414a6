import type {
  NotificationKind,
  NotificationPreference,
} from '@milepost/api-contracts/notifications'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useProjects } from '#shared/api/projects-query.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { usePreferences, useSavePreferences } from './inbox-query.ts'
import { PreferenceRows } from './PreferenceRows.tsx'
import { texts } from './texts.ts'
import { withoutProject, withWish } from './wishes.ts'

/** Which news the reader gets where, for every project and for single ones. */
export function PreferencesPage() {
  const preferences = usePreferences()
  const save = useSavePreferences()
  const projects = useProjects()
  const items = preferences.data?.items
  const named = [...new Set(items?.flatMap(({ project_id }) => project_id ?? []))]
  const nameOf = (id: string) =>
    projects.data?.items.find((project) => project.id === id)?.name ?? id
  const others = projects.data?.items.filter(({ id }) => !named.includes(id)) ?? []

  const replace = (next: NotificationPreference[]) =>
    save.mutate(
      { items: next },
      { onError: (error) => somethingFailed(`${texts.saveFailed} ${explain(error)}`) },
    )
  const choose =
    (projectId: string | null) =>
    (kind: NotificationKind, wish: { in_app: boolean; in_digest: boolean }) =>
      replace(withWish(items ?? [], { project_id: projectId, kind, ...wish }))

  return (
    <>
      <PageHeader title={texts.preferences} />
      <main className="grid w-full max-w-[720px] gap-4 px-6 py-4 max-sm:p-3">
        {preferences.isPending && (
          <Loading label={texts.loading}>
            <Skeleton className="h-64 w-full" />
          </Loading>
        )}
        {preferences.isError && !items && (
          <FailedState
            title={texts.failed}
            onRetry={() => void preferences.refetch()}
            reference={referenceOf(preferences.error)}
          >
            {explain(preferences.error)}
          </FailedState>
        )}
        {items && (
          <>
            <Panel title={texts.everyProject} footer={texts.preferencesNote}>
              <PreferenceRows items={items} projectId={null} onChoose={choose(null)} />
            </Panel>
            {named.map((id) => (
              <Panel
                key={id}
                title={nameOf(id)}
                aside={
                  <IconButton
                    icon="close"
                    label={texts.removeProject(nameOf(id))}
                    onClick={() => replace(withoutProject(items, id))}
                  />
                }
              >
                <PreferenceRows items={items} projectId={id} onChoose={choose(id)} />
              </Panel>
            ))}
            {others.length > 0 && (
              <Select
                aria-label={texts.addProject}
                value=""
                onChange={({ target }) =>
                  replace([
                    ...items,
                    { project_id: target.value, kind: null, in_app: true, in_digest: true },
                  ])
                }
              >
                <option value="">{texts.addProject}…</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </>
        )}
      </main>
    </>
  )
}
