import { useParams } from 'react-router'
import { ProjectTimeline } from '#features/timeline/ProjectTimeline.tsx'
import { TaskBeside } from './TaskBeside.tsx'

/** The plan, and beside it the task that the address names. */
export function TimelinePage() {
  const { projectId = '' } = useParams()
  return (
    <>
      <ProjectTimeline projectId={projectId} />
      <TaskBeside projectId={projectId} />
    </>
  )
}
