import type { TaskRows } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { type ReadyAnswer, readyAnswer } from '#ready-answer.ts'
import { canCreateTask, canDeleteTask, movableCards } from '#tasks/policy.ts'
import { versionedCache } from '#versioned-cache.ts'
import { type ListHead, readTaskRows } from './rows-statement.ts'

type Can = TaskRows['can']

const updates = { all: 'all', assigned: 'progress', none: 'none' } as const

/** What the reader may do here, stated once per list. */
export const listRights = (actor: Actor, head: ListHead): Can => ({
  update: updates[movableCards(actor, head)],
  create_task: canCreateTask(actor, head),
  delete: canDeleteTask(actor, head),
})

const versionOf = ({ version, names_version }: ListHead, boardVersion: number) =>
  `${boardVersion}-${version}-${names_version}`

/** With the quotes. Names what this reader gets, whatever its encoding. */
export const listTag = (head: ListHead, can: Can, boardVersion = head.board_version) =>
  `"${versionOf(head, boardVersion)}-${can.update}"`

/** A list of one version, for every reader: only a few bytes at its beginning depend on who reads. */
interface TaskList {
  board_version: number
  /** From the milestones on. */
  rest: Buffer
  answers: Map<string, Promise<ReadyAnswer>>
}

const bytesMax = 64 * 1024 * 1024
/** Up to three readers' answers, each about as large as the rows and their compressed form. */
const sizeOf = ({ rest }: TaskList) => rest.length * 4

/** Lists kept ready, each until its version has passed. */
export function taskLists(db: Db) {
  const ready = versionedCache<TaskList>({ bytesMax, sizeOf })

  /** The list as of `head` or later, as bytes, and its tag. */
  return async function answerList(head: ListHead, can: Can) {
    const version = versionOf(head, head.board_version)
    const found = ready.find(head.id, version)
    const list = found ?? (await ready.make(head.id, version, () => read(db, head))).value
    const answer = list.answers.get(can.update) ?? readyAnswer(wrap(head, can, list))
    list.answers.set(can.update, answer)
    const etag = listTag(head, can, list.board_version)
    return { answer: await answer, etag, wasReady: found !== undefined }
  }
}

async function read(db: Db, head: ListHead) {
  const [row] = await readTaskRows(db, head.id)
  if (!row) throw new Error(`project ${head.id} has no progress row`)
  const { board_version, milestones, categories, tasks } = row
  const rest = `"milestones":${milestones},"categories":${categories},"tasks":[${tasks}]}`
  return {
    version: versionOf(head, board_version),
    value: { board_version, rest: Buffer.from(rest), answers: new Map() },
  }
}

function wrap({ id, key }: ListHead, can: Can, { board_version, rest }: TaskList): Buffer {
  const opening = JSON.stringify({ project_id: id, key, board_version, can })
  return Buffer.concat([Buffer.from(`${opening.slice(0, -1)},`), rest])
}
