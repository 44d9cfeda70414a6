import { invalidRequest } from '@milepost/service-kit/problem'
import type { DraftError } from '#drafts/check-draft.ts'
import { tasksMax } from './parsed-file.ts'

/** 400: the file is not what it is said to be. */
export const badFile = (detail: string) => invalidRequest([{ pointer: '#/content', detail }])

export const tooManyTasks = () =>
  badFile(`At most ${tasksMax.toLocaleString('en')} tasks are imported at once.`)

const namedMax = 20

/** 400 that names the first lines that are wrong; then nothing of the file is taken. */
export const badLines = (errors: readonly DraftError[]) =>
  invalidRequest(
    errors.slice(0, namedMax).map(({ line, detail }) => ({
      pointer: '#/content',
      detail: line === null ? detail : `Line ${line}: ${detail}`,
    })),
  )
