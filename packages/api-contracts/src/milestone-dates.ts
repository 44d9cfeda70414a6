import { z } from 'zod'
import { dateSchema, instantSchema, personRefSchema } from './common.ts'

/** A date that a milestone had, from when on. The last one is what it has now. */
export const milestoneDateSchema = z.object({
  due_date: dateSchema,
  since: instantSchema,
  /** Null where nobody remembers. */
  changed_by: personRefSchema.nullable(),
})
export type MilestoneDate = z.infer<typeof milestoneDateSchema>
export const milestoneDateListSchema = z.object({ items: z.array(milestoneDateSchema) })
