import { z } from 'zod'
import {
  dateSchema,
  instantSchema,
  pageOf,
  pageQueryShape,
  percentageSchema,
  personRefSchema,
  versionSchema,
} from './common.ts'
import { healthSchema, schedulingModeSchema } from './projects.ts'

/** What is set for a project beside what everybody sees of it. */
export const projectSettingsSchema = z.object({
  scheduling_mode: schedulingModeSchema,
  archived_at: instantSchema.nullable(),
  /** In `budget_currency`; null where nobody plans one. */
  planned_budget: z.number().nullable(),
  actual_cost: z.number().nullable(),
  /** ISO 4217 */
  budget_currency: z.string().nullable(),
  /** What is counted beside tasks: "vulnerabilities". */
  asset_noun: z.string().nullable(),
  version: versionSchema,
  can: z.object({ update: z.boolean() }),
})
export type ProjectSettings = z.infer<typeof projectSettingsSchema>

export const healthDeclarationSchema = z.object({
  id: z.uuid(),
  health: healthSchema,
  note: z.string(),
  declared_by: personRefSchema,
  created_at: instantSchema,
})
export type HealthDeclaration = z.infer<typeof healthDeclarationSchema>
export const healthHistorySchema = pageOf(healthDeclarationSchema)
export const healthHistoryQuerySchema = z.strictObject(pageQueryShape)

export const favouritesSchema = z.object({ project_ids: z.array(z.uuid()) })

export const categorySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  project_count: z.int(),
})
export type CategoryView = z.infer<typeof categorySchema>
export const categoryListSchema = z.object({ items: z.array(categorySchema) })
export const categoryParamsSchema = z.object({ category_id: z.uuid() })
const categoryName = z.string().trim().min(1).max(100)
export const createCategorySchema = z.strictObject({
  name: categoryName,
  description: z.string().max(500).default(''),
})
export const updateCategorySchema = z.strictObject({
  name: categoryName.optional(),
  description: z.string().max(500).optional(),
})

/** One vulnerability, certificate or server of the list that the project works through. */
export const assetSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  description: z.string(),
  resolved_on: dateSchema.nullable(),
})
export type AssetView = z.infer<typeof assetSchema>
export const assetPageSchema = pageOf(assetSchema).extend({
  total: z.int(),
  resolved: z.int(),
})
export const listAssetsQuerySchema = z.strictObject({
  ...pageQueryShape,
  resolved: z.enum(['true', 'false']).optional(),
})
export type ListAssetsQuery = z.infer<typeof listAssetsQuerySchema>

/** CSV with the columns `reference`, `description` and `resolved_on` (a date, or empty). */
export const importAssetsSchema = z.strictObject({
  csv: z.string().min(1).max(2_000_000),
  /** Tells what would change, and changes nothing. */
  dry_run: z.boolean().default(false),
})
export type ImportAssets = z.infer<typeof importAssetsSchema>
export const importedAssetsSchema = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
})
export type ImportedAssets = z.infer<typeof importedAssetsSchema>

/** What was known and what was settled, day by day, beside the progress of the tasks. */
export const assetBurnUpSchema = z.object({
  noun: z.string(),
  total: z.int(),
  resolved: z.int(),
  points: z.array(
    z.object({
      date: dateSchema,
      total: z.int(),
      resolved: z.int(),
      completion_percentage: percentageSchema.nullable(),
    }),
  ),
})
export type AssetBurnUp = z.infer<typeof assetBurnUpSchema>
