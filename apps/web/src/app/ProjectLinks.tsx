import type { ProjectView } from '@milepost/api-contracts/projects'
import { Link, useParams } from 'react-router'
import { useFavourites } from '#shared/api/favourites-query.ts'
import { healthOf, isRunning, useProjects } from '#shared/api/projects-query.ts'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { VisuallyHidden } from '#shared/ui/VisuallyHidden.tsx'
import { navLinkClass } from './nav-link-class.ts'

/** The reader's running projects, each with the shape of its health. */
export function ProjectLinks() {
  const projects = useProjects()
  const { projectId } = useParams()
  const { data: favourites = [] } = useFavourites()
  const running = (projects.data?.items.filter(isRunning) ?? []).toSorted(
    (a, b) => Number(favourites.includes(b.id)) - Number(favourites.includes(a.id)),
  )

  return (
    <>
      <h2 className="mt-4 px-2 pb-1 text-ink-3 text-xs">Projects</h2>
      {projects.isError && (
        <p className="px-2 text-ink-3 text-xs">
          The list did not load.{' '}
          <button type="button" className="text-accent" onClick={() => void projects.refetch()}>
            Try again
          </button>
        </p>
      )}
      {projects.isSuccess && running.length === 0 && (
        <p className="px-2 text-ink-3 text-xs">None of your teams has one yet.</p>
      )}
      <ul className="grid grid-cols-1 gap-px">
        {running.map((project) => (
          <li key={project.id}>
            <ProjectLink
              project={project}
              current={project.id === projectId}
              favourite={favourites.includes(project.id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface ProjectLinkProps {
  project: ProjectView
  current: boolean
  favourite: boolean
}

const ProjectLink = ({ project, current, favourite }: ProjectLinkProps) => (
  <Link
    to={`/projects/${project.id}/board`}
    title={project.name}
    aria-current={current ? 'page' : undefined}
    className={navLinkClass}
  >
    <span className="grid w-4 flex-none place-items-center">
      <HealthMark health={healthOf(project)} size={9} />
    </span>
    <span className="min-w-0 flex-1 truncate">{project.name}</span>
    {favourite && <Icon name="starred" size={12} className="flex-none text-ink-3" />}
    <VisuallyHidden>, {healthWord[healthOf(project)].toLowerCase()}</VisuallyHidden>
  </Link>
)
