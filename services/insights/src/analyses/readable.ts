import type { Db } from '@milepost/db-schemas/database'
import type { AnalysisRequest } from '@milepost/db-schemas/insights'
import type { Actor } from '@milepost/service-kit/authentication'
import { canReadPortfolios, canSeeProject } from '#projects/policy.ts'
import { listProjects, type ProjectRef } from '#projects/queries.ts'

/** A request with those of its projects that still exist. */
export interface ScopedRequest {
  request: AnalysisRequest
  projects: ProjectRef[]
}

export const withScope = async (
  db: Db,
  request: AnalysisRequest | undefined,
): Promise<ScopedRequest | undefined> =>
  request && { request, projects: await listProjects(db, request.scope_project_ids) }

/** Only who may see every project that went into it may see what came out. */
export const canSeeAnalysis = (actor: Actor, { request, projects }: ScopedRequest): boolean =>
  (request.kind === 'project' || canReadPortfolios(actor)) &&
  projects.length === request.scope_project_ids.length &&
  projects.every((project) => canSeeProject(actor, project))
