import { z } from 'zod'
import { personRefSchema } from './common.ts'
import { projectStatusSchema } from './projects.ts'
import { taskStatusSchema } from './tasks.ts'

export const searchQuerySchema = z.strictObject({
  /** With "is:open", "is:blocked", "is:mine" among the words; nothing finds nothing. */
  q: z.string().trim().max(200),
  /** Tasks of this project only; the rest is empty. */
  project_id: z.uuid().optional(),
  limit: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(50))
    .optional(),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** What the reader may see and nothing else; no count of what they may not. The best first. */
export const searchResultSchema = z.object({
  tasks: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      title: z.string(),
      status: taskStatusSchema,
      project: z.object({ id: z.uuid(), name: z.string() }),
    }),
  ),
  projects: z.array(
    z.object({ id: z.uuid(), key: z.string(), name: z.string(), status: projectStatusSchema }),
  ),
  /** People of the reader's own teams; everybody for who reads everything. */
  people: z.array(personRefSchema),
})
export type SearchResult = z.infer<typeof searchResultSchema>
