import type { ImportField } from '@milepost/api-contracts/imports'
import type { DraftError } from '#drafts/check-draft.ts'
import type { Draft, DraftTask } from '#drafts/draft.ts'

/** A task of a file: people and categories are still names. */
export interface FileTask extends DraftTask {
  /** An address or a name; null for nobody; undefined when the file does not speak of it. */
  assignee?: string | null | undefined
  category?: string | null | undefined
}

export interface FileDraft extends Draft {
  tasks: FileTask[]
}

export interface Column {
  name: string
  samples: string[]
  field: ImportField | null
}

/** Something the file says that will not be in the project. */
export interface Loss {
  what: string
  detail: string
  /** Nobody was meant to read it here: listed after what was. */
  minor?: boolean
}

export interface ParsedFile {
  /** Names the file among all that were ever imported: the same tasks keep their names in it. */
  source: string
  /** Of a table. */
  columns: Column[]
  draft: FileDraft
  losses: Loss[]
  errors: DraftError[]
}

export const tasksMax = 10_000
