import type { TemplateView } from '@milepost/api-contracts/templates'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useTemplates } from '#shared/api/templates-query.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { TemplateRow } from './TemplateRow.tsx'
import { texts } from './texts.ts'

/** What new projects can start from. */
export function TemplatesPage() {
  const templates = useTemplates()
  const items = templates.data?.items
  return (
    <>
      <PageHeader title={texts.title} />
      <main className="grid w-full max-w-[1120px] gap-4 px-6 py-4 max-sm:p-3">
        {templates.isPending && (
          <Loading label={texts.loading}>
            <Skeleton className="h-72 w-full" />
          </Loading>
        )}
        {templates.isError && !items && (
          <FailedState
            title={texts.failed}
            onRetry={() => void templates.refetch()}
            reference={referenceOf(templates.error)}
          >
            {explain(templates.error)}
          </FailedState>
        )}
        {items && <Lists items={items} />}
      </main>
    </>
  )
}

function Lists({ items }: { items: readonly TemplateView[] }) {
  const kept = items.filter(({ built_in }) => !built_in)
  const builtIn = items.filter(({ built_in }) => built_in)
  return (
    <>
      <Panel title={texts.kept} note={kept.length}>
        {kept.length === 0 ? (
          <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
        ) : (
          <Rows items={kept} />
        )}
      </Panel>
      <Panel title={texts.builtIn} note={texts.builtInNote}>
        <Rows items={builtIn} />
      </Panel>
    </>
  )
}

const Rows = ({ items }: { items: readonly TemplateView[] }) => (
  <ul>
    {items.map((template) => (
      <TemplateRow key={template.id} template={template} />
    ))}
  </ul>
)
