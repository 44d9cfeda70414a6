import { requestAnalysisSchema } from '@milepost/api-contracts/insights'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { canAnalyzeProject, canSeeProject } from '#projects/policy.ts'
import { findProject } from '#projects/queries.ts'

const named = z.looseObject(requestAnalysisSchema.shape)

/**
 * `admitFirst` for a project that is named in the body instead of the path: its policy comes before
 * the rest of the body is looked at. A body that names none is left to the contract.
 */
export const admitProjectInBody = (db: Db) =>
  async function admitBeforeValidation({ actor, body }: FastifyRequest): Promise<void> {
    const parsed = named.safeParse(body)
    if (!parsed.success) return
    admit(actor, await findProject(db, parsed.data.project_id), {
      see: canSeeProject,
      may: canAnalyzeProject,
      missing: 'There is no such project.',
    })
  }
