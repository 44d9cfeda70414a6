import { createHash } from 'node:crypto'
import type { Timeline } from '@milepost/api-contracts/timeline'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { notFound, unknownReference } from '@milepost/service-kit/problem'
import { canSeeProject } from '#projects/policy.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type ReadyAnswer, readyAnswer } from '#ready-answer.ts'
import { withFigures } from '#schedule/figures.ts'
import { versionedCache } from '#versioned-cache.ts'
import { projectCalendar } from './calendar.ts'
import { type ExternalRow, type Frame, readFrame } from './frame-statement.ts'
import { livePlan, type ParsedPlan, parsePlan } from './plan.ts'
import { readBaselineItems, readPlanText } from './plan-statement.ts'
import { canPlan } from './policy.ts'

/** Tasks and links with what follows from their dates, for every reader. */
interface Drawn {
  board_version: number
  tasks: Buffer
  links: Buffer
  /** By their tags: readers differ in what they may do, and in which other projects they see. */
  answers: Map<string, Promise<ReadyAnswer>>
}

interface Asked {
  boardVersion: number
  projectId: string
  actor: Actor
  baselineId: string | undefined
}

const bytesMax = 64 * 1024 * 1024
/** More than that and the oldest go: a few kinds of readers ask for one baseline or another. */
const answersMax = 6
const sizeOf = ({ tasks, links }: Drawn) => (tasks.length + links.length) * 4

/** About: a task takes half a kilobyte. */
const sizeOfPlan = ({ tasks, links }: ParsedPlan) => tasks.length * 512 + links.length * 256

/** Timelines kept ready, each until its version has passed. */
export function timelines(db: Db) {
  const plans = versionedCache<ParsedPlan>({ bytesMax, sizeOf: sizeOfPlan })
  const drawings = versionedCache<Drawn>({ bytesMax, sizeOf })
  const kept = versionedCache<string>({
    bytesMax: bytesMax / 4,
    sizeOf: ({ length }) => length * 2,
  })

  async function itemsOf(baselineId: string | null) {
    if (baselineId === null) return ''
    const make = async () => ({
      version: '',
      value: (await readBaselineItems(db, baselineId))[0]?.items ?? '',
    })
    return kept.find(baselineId, '') ?? (await kept.make(baselineId, '', make)).value
  }

  /** The timeline as of the board's version or later, as bytes, and its tag. */
  return async function answerTimeline({ boardVersion, projectId, actor, baselineId }: Asked) {
    const plan =
      plans.find(projectId, String(boardVersion)) ??
      (await plans.make(projectId, String(boardVersion), () => read(db, projectId))).value
    const [frame] = await readFrame(db, projectId, plan.personIds, plan.otherIds)
    if (!frame) throw notFound(projectPolicy.missing)
    const baseline = chooseBaseline(frame, baselineId)
    const rest = restOf(frame, actor, baseline)

    const surroundings = digest([frame.calendars, frame.absences, frame.externals])
    const version = `${plan.board_version} ${surroundings}`
    const found = drawings.find(projectId, version)
    const drawn =
      found ??
      (
        await drawings.make(projectId, version, async () => ({
          ...{ version, value: draw(plan, frame) },
        }))
      ).value

    const etag = `"${drawn.board_version}-${digest([surroundings, rest])}"`
    const make = async () => readyAnswer(wrap(drawn, rest, await itemsOf(baseline)))
    return { etag, wasReady: found !== undefined, answer: () => keep(drawn, etag, make) }
  }
}

function chooseBaseline({ baselines }: Frame, asked: string | undefined): string | null {
  if (asked === undefined) return baselines[0]?.id ?? null
  if (!baselines.some(({ id }) => id === asked)) throw unknownReference('#/baseline_id')
  return asked
}

const digest = (content: unknown) =>
  createHash('sha1').update(JSON.stringify(content)).digest('base64url')

async function read(db: Db, projectId: string) {
  const [text] = await readPlanText(db, projectId)
  if (!text) throw new Error(`project ${projectId} has no progress row`)
  return { version: String(text.board_version), value: parsePlan(text) }
}

function draw(plan: ParsedPlan, frame: Frame): Drawn {
  const { tasks, links } = withFigures(livePlan(plan, frame.externals), frame)
  return {
    board_version: plan.board_version,
    tasks: Buffer.from(JSON.stringify(tasks)),
    links: Buffer.from(JSON.stringify(links)),
    answers: new Map(),
  }
}

type Rest = Omit<Timeline, 'tasks' | 'links' | 'baseline_items' | 'board_version'>

const restOf = (frame: Frame, actor: Actor, baselineId: string | null): Rest => ({
  project_id: frame.id,
  key: frame.key,
  name: frame.name,
  start_date: frame.start_date,
  finish_date: frame.finish_date,
  scheduling_mode: frame.scheduling_mode,
  project_version: frame.version,
  can: { plan: canPlan(actor, frame) },
  external_tasks: frame.externals.map((task) => presentExternal(actor, task)),
  milestones: frame.milestones,
  calendar: projectCalendar(frame.calendars),
  baselines: frame.baselines,
  baseline_id: baselineId,
})

/** Of a task in a project that the reader may not see, only when it is. */
const presentExternal = (actor: Actor, task: ExternalRow): Timeline['external_tasks'][number] => ({
  id: task.id,
  ...(canSeeProject(actor, task) && { project_key: task.project_key, title: task.title }),
  ...(task.start_date !== null && { start_date: task.start_date }),
  ...(task.due_date !== null && { due_date: task.due_date }),
})

function keep({ answers }: Drawn, etag: string, make: () => Promise<ReadyAnswer>) {
  const answer = answers.get(etag) ?? make()
  answers.set(etag, answer)
  for (const oldest of answers.keys()) {
    if (answers.size <= answersMax) break
    answers.delete(oldest)
  }
  return answer
}

function wrap({ board_version, tasks, links }: Drawn, rest: Rest, items: string): Buffer {
  const opening = JSON.stringify({ ...rest, board_version }).slice(0, -1)
  return Buffer.concat([
    ...[Buffer.from(`${opening},"tasks":`), tasks, Buffer.from(',"links":'), links],
    Buffer.from(`,"baseline_items":[${items}]}`),
  ])
}
