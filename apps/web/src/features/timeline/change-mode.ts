import type { SchedulingMode, Timeline } from '@milepost/api-contracts/timeline'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, explain } from '#shared/api/api-problem.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'
import { changeMode } from './timeline-api.ts'
import { timelineOutdated } from './timeline-query.ts'

/** How this project's dates move each other from now on. */
export async function modeChosen(
  client: QueryClient,
  { project_id, project_version }: Timeline,
  mode: SchedulingMode,
): Promise<void> {
  try {
    await changeMode(project_id, mode, project_version)
    somethingHappened({ text: texts.modeChanged(texts.modes[mode]) })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    somethingFailed(explain(error))
  }
  await timelineOutdated(client, project_id)
}
