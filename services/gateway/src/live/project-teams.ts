import type { LiveEvent } from './live-event.ts'

const rememberedMax = 50_000

/** Which team owns which project, from the events that say so and from answers of the project service. */
export function projectTeams() {
  const teams = new Map<string, string>()

  function learn(projectId: string, teamId: string): void {
    teams.delete(projectId)
    teams.set(projectId, teamId)
    if (teams.size <= rememberedMax) return
    for (const oldest of teams.keys()) {
      teams.delete(oldest)
      break
    }
  }

  return {
    learn,
    learnFrom({ event_type, project_id, team_id }: LiveEvent): void {
      if (event_type.startsWith('project.') && project_id && team_id) learn(project_id, team_id)
    },
    /** A deleted one: who asks for it again, asks its service. */
    forget: (projectId: string) => teams.delete(projectId),
    teamOf: (projectId: string): string | undefined => teams.get(projectId),
  }
}
export type ProjectTeams = ReturnType<typeof projectTeams>
