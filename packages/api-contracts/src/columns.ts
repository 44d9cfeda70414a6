import { z } from 'zod'
import { taskStatusSchema } from './tasks.ts'

const name = z.string().trim().min(1).max(60)
const wipLimit = z.int().min(1).max(999).nullable()

export const createColumnSchema = z.strictObject({
  name,
  /** What cards here are; several columns may stand for one status. */
  status: taskStatusSchema,
  wip_limit: wipLimit.default(null),
  wip_blocks: z.boolean().default(false),
})
export type CreateColumn = z.infer<typeof createColumnSchema>

/** Absent means unchanged. */
export const updateColumnSchema = z.strictObject({
  name: name.optional(),
  wip_limit: wipLimit.optional(),
  wip_blocks: z.boolean().optional(),
})
export type UpdateColumn = z.infer<typeof updateColumnSchema>

/** Every column of the board, each once, from left to right. */
export const orderColumnsSchema = z.strictObject({
  column_ids: z.array(z.uuid()).min(1).max(30),
})
export type OrderColumns = z.infer<typeof orderColumnsSchema>

/** A board's columns without their cards. */
export const columnSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: taskStatusSchema,
  wip_limit: z.int().nullable(),
  wip_blocks: z.boolean(),
})
export const columnListSchema = z.object({ items: z.array(columnSchema), board_version: z.int() })
export type ColumnList = z.infer<typeof columnListSchema>

export const columnParamsSchema = z.object({ column_id: z.uuid() })
