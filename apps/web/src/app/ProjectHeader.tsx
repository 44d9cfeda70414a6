import type { ProjectView } from '@milepost/api-contracts/projects'
import { useNavigate } from 'react-router'
import { healthOf, isRunning, useProjects } from '#shared/api/projects-query.ts'
import { ConnectionMark } from '#shared/ui/ConnectionMark.tsx'
import { HeaderBar } from '#shared/ui/HeaderBar.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { Separator } from '#shared/ui/Separator.tsx'
import { Tabs } from '#shared/ui/Tabs.tsx'
import { usePageFocus } from '#shared/ui/use-page-focus.ts'
import { FavouriteButton } from './FavouriteButton.tsx'
import { ProjectMenu } from './ProjectMenu.tsx'
import { projectTabs } from './project-tabs.ts'

interface ProjectHeaderProps {
  /** Undefined while it is on its way. */
  project: ProjectView | undefined
  slot: (element: HTMLElement | null) => void
}

export function ProjectHeader({ project, slot }: ProjectHeaderProps) {
  const tabs = project && <Tabs label="Project views" tabs={projectTabs(project.id)} />
  return (
    <>
      <HeaderBar>
        {project && <Switcher project={project} />}
        {project && <FavouriteButton projectId={project.id} />}
        {project && <ProjectMenu project={project} />}
        <Separator className="max-sm:hidden" />
        <div className="flex self-stretch max-sm:hidden">{tabs}</div>
        <span className="flex-1" />
        <ConnectionMark />
        <div ref={slot} className="contents" />
      </HeaderBar>
      <div className="sticky top-(--size-header) z-(--z-header) flex h-10 overflow-x-auto border-line border-b bg-canvas px-2 sm:hidden">
        {tabs}
      </div>
    </>
  )
}

function Switcher({ project }: { project: ProjectView }) {
  const heading = usePageFocus(project.name)
  const projects = useProjects()
  const navigate = useNavigate()
  const groups = [
    {
      heading: 'Projects',
      items: (projects.data?.items.filter(isRunning) ?? []).map((other) => ({
        label: other.name,
        mark: <HealthMark health={healthOf(other)} size={9} />,
        checked: other.id === project.id,
        onSelect: () => void navigate(`/projects/${other.id}/board`),
      })),
    },
  ]
  const health = healthOf(project)

  return (
    <h1
      ref={heading}
      tabIndex={-1}
      data-page-focus
      className="min-w-0 font-semibold text-base tracking-tight"
    >
      <Menu label="Change project" groups={groups} className="flex min-w-0">
        {(trigger) => (
          <button
            type="button"
            {...trigger}
            title={project.name}
            className="flex h-8 min-w-0 items-center gap-2"
          >
            <HealthMark health={health} label={healthWord[health]} />
            <span className="truncate">{project.name}</span>
            <Icon name="down" size={14} className="text-ink-3" />
          </button>
        )}
      </Menu>
    </h1>
  )
}
