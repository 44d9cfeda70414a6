import { Suspense, useState } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useProject } from '#shared/api/projects-query.ts'
import { isStatus } from '#shared/api/send.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { HeaderSlot } from '#shared/ui/header-slot.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { ProjectHeader } from './ProjectHeader.tsx'

/** A project's header, and the view that was chosen below it. */
export function ProjectPage() {
  const { projectId = '' } = useParams()
  const { pathname } = useLocation()
  const project = useProject(projectId)
  const [slot, setSlot] = useState<HTMLElement | null>(null)

  if (isStatus(project.error, 404) || isStatus(project.error, 400)) return <NotFoundPage />
  return (
    <HeaderSlot value={slot}>
      <ProjectHeader project={project.data} slot={setSlot} />
      {project.isError && !project.data ? (
        <FailedState
          title="The project did not load"
          onRetry={() => void project.refetch()}
          reference={referenceOf(project.error)}
        >
          {explain(project.error)}
        </FailedState>
      ) : (
        <ErrorBoundary of={pathname}>
          <Suspense>
            <Outlet key={projectId} />
          </Suspense>
        </ErrorBoundary>
      )}
    </HeaderSlot>
  )
}
