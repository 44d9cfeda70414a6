import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useProject } from '#shared/api/projects-query.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { AssetSettings } from './AssetSettings.tsx'
import { AwaySettings } from './AwaySettings.tsx'
import { GeneralSettings } from './GeneralSettings.tsx'
import { HealthSettings } from './HealthSettings.tsx'
import { PlanSettings } from './PlanSettings.tsx'
import { useSettings } from './settings-query.ts'
import { texts } from './texts.ts'

/** What is set for one project. Everybody who sees it reads them. */
export function SettingsPage({ projectId }: { projectId: string }) {
  const project = useProject(projectId)
  const settings = useSettings(projectId)

  if (settings.isError && !settings.data) {
    return (
      <FailedState
        title={texts.failed}
        onRetry={() => void settings.refetch()}
        reference={referenceOf(settings.error)}
      >
        {explain(settings.error)}
      </FailedState>
    )
  }
  if (!project.data || !settings.data) {
    return (
      <Loading label={texts.loading}>
        <Skeleton className="m-6 h-72 w-[720px] max-w-full" />
      </Loading>
    )
  }
  const parts = { project: project.data, settings: settings.data }
  return (
    <main className="grid w-full max-w-[1120px] items-start gap-4 px-6 py-4 max-sm:p-3 lg:grid-cols-2">
      {!settings.data.can.update && <p className="text-ink-2 lg:col-span-2">{texts.readOnly}</p>}
      <div className="grid min-w-0 gap-4">
        <GeneralSettings {...parts} />
        <PlanSettings {...parts} />
      </div>
      <div className="grid min-w-0 gap-4">
        <HealthSettings {...parts} />
        <AssetSettings {...parts} />
        {settings.data.can.update && <AwaySettings {...parts} />}
      </div>
    </main>
  )
}
