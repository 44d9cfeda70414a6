import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type SectionName, sectionNames } from '#sections/names.ts'

const optionsSchema = z.strictObject({
  only: z
    .string()
    .default(sectionNames.join())
    .transform((text) => text.split(',').filter((name) => name !== ''))
    .pipe(z.array(z.enum(sectionNames))),
  /** How long one contender is loaded at a time. */
  seconds: z.coerce.number().min(0.2).max(30).default(1),
  /** How often everybody has a turn. */
  runs: z.coerce.number().int().min(1).max(15).default(3),
  write: z.boolean().default(false),
  profile: z.boolean().default(false),
  'start-once': z.string().optional(),
})
export interface Options {
  /** None to only write what was found before. */
  only: readonly SectionName[]
  seconds: number
  runs: number
  /** Whether to write `docs/performance.md`. */
  write: boolean
  /** Whether every process of ours leaves a CPU profile. */
  profile: boolean
  /** Only start the stack in this folder, say when it is ready, and stop it: see `sections/start.ts`. */
  startOnce: string | undefined
}

const usage = `npm run bench -- [--only=${sectionNames.join()}] [--seconds=1] [--runs=3] [--write] [--profile]`

/** Throws an error that names every option that is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      seconds: { type: 'string' },
      runs: { type: 'string' },
      write: { type: 'boolean' },
      profile: { type: 'boolean' },
      'start-once': { type: 'string' },
    },
  })
  const result = optionsSchema.safeParse(values)
  if (!result.success) throw new Error(`${z.prettifyError(result.error)}\n${usage}`)
  const { 'start-once': startOnce, ...options } = result.data
  return { ...options, startOnce }
}
