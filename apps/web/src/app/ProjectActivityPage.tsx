import { useParams } from 'react-router'
import { ProjectActivity } from '#features/task/ProjectActivity.tsx'
import { TaskBeside } from './TaskBeside.tsx'

/** What happened in the project, and beside it the task that the address names. */
export function ProjectActivityPage() {
  const { projectId = '' } = useParams()
  return (
    <>
      <ProjectActivity projectId={projectId} />
      <TaskBeside projectId={projectId} />
    </>
  )
}
