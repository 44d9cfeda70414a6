import type { TemplateContent } from '@milepost/api-contracts/templates'

export interface TemplateRow {
  id: string
  name: string
  description: string
  /** Null: for every team. */
  team_id: string | null
  content: TemplateContent
  version: number
  built_in: boolean
}
