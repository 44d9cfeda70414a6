import { dateOf, mondayOf } from './calendar.ts'
import { demoId } from './demo-id.ts'
import type { BuiltProject } from './project-rows.ts'

/** Finished tasks with an assignee, epics included, each with the week it counts in; oldest first. */
function finishedTasks(projects: readonly BuiltProject[]) {
  return projects
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ row: { id, version, completed_at: at, assignee_id: user_id } }) =>
      at === null || user_id === null
        ? []
        : [{ task_id: id, version, at, user_id, week_start: mondayOf(dateOf(at)) }],
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Completions per person and week, as the timesheet service would have counted them from the events. */
export function productivityRows(projects: readonly BuiltProject[]) {
  const finished = finishedTasks(projects)
  const weeks = Map.groupBy(finished, ({ user_id, week_start }) => `${user_id} ${week_start}`)
  return {
    metrics: [...weeks].flatMap(([key, ofWeek]) => {
      const [first, last] = [ofWeek[0], ofWeek.at(-1)]
      if (first === undefined || last === undefined) return []
      const { at: created_at, user_id, week_start } = first
      const id = demoId(`productivity ${key}`, created_at)
      const tasks_completed = ofWeek.length
      return [{ id, created_at, updated_at: last.at, user_id, week_start, tasks_completed }]
    }),
    credited: finished.map(({ task_id, version, at, user_id, week_start }) => ({
      id: demoId(`credited ${task_id}`, at),
      created_at: at,
      updated_at: at,
      task_id,
      task_version: version,
      user_id,
      week_start,
    })),
  }
}
