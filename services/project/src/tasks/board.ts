import type { Kanban } from '@milepost/api-contracts/tasks'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { canUpdateProject } from '#projects/policy.ts'
import { type ReadyAnswer, readyAnswer } from '#ready-answer.ts'
import { versionedCache } from '#versioned-cache.ts'
import { type BoardHead, readColumns } from './kanban-statement.ts'
import { canCreateTask, movableCards } from './policy.ts'

/** A board of one version, for every reader: only a few bytes at its beginning depend on who reads. */
interface Board {
  board_version: number
  completion_percentage: number | null
  columns: Buffer
  /** By what the reader may do. */
  answers: Map<string, Promise<ReadyAnswer>>
}

type Can = Kanban['can']

/** What the reader may do here, stated once per board. */
export const boardRights = (actor: Actor, board: BoardHead): Can => ({
  move: movableCards(actor, board),
  create_task: canCreateTask(actor, board),
  configure: canUpdateProject(actor, board),
})

/** With the quotes. Names what this reader gets, whatever its encoding. */
export const boardTag = (
  { board_version, version }: Pick<BoardHead, 'board_version' | 'version'>,
  can: Can,
) => `"${board_version}-${version}-${keyOf(can)}"`

const keyOf = ({ move, create_task, configure }: Can) =>
  `${move}${create_task ? '-create' : ''}${configure ? '-configure' : ''}`

const bytesMax = 64 * 1024 * 1024
/** Up to three readers' answers, each about as large as the columns and their compressed form. */
const sizeOf = ({ columns }: Board) => columns.length * 4

/** Boards kept ready, each until its version has passed. */
export function boards(db: Db) {
  const ready = versionedCache<Board>({ bytesMax, sizeOf })

  /** The board as of `head` or later, as bytes, and its tag. */
  return async function answerBoard(head: BoardHead, can: Can) {
    const version = versionOf(head, head.board_version)
    const found = ready.find(head.id, version)
    const board = found ?? (await ready.make(head.id, version, () => read(db, head))).value

    const answer = board.answers.get(keyOf(can)) ?? readyAnswer(wrap(head, can, board))
    board.answers.set(keyOf(can), answer)
    const etag = boardTag({ ...head, board_version: board.board_version }, can)
    return { answer: await answer, etag, wasReady: found !== undefined }
  }
}

const versionOf = ({ version }: BoardHead, boardVersion: number) => `${boardVersion} ${version}`

async function read(db: Db, head: BoardHead) {
  const [row] = await readColumns(db, head.id)
  if (!row) throw new Error(`project ${head.id} has no progress row`)
  const { board_version, completion_percentage, columns } = row
  return {
    version: versionOf(head, board_version),
    value: {
      board_version,
      completion_percentage,
      columns: Buffer.from(columns),
      answers: new Map(),
    },
  }
}

function wrap(head: BoardHead, can: Can, board: Board): Buffer {
  const { board_version, completion_percentage, columns } = board
  const opening = { project_id: head.id, key: head.key, board_version, completion_percentage, can }
  const prefix = `${JSON.stringify(opening).slice(0, -1)},"columns":[`
  return Buffer.concat([Buffer.from(prefix), columns, Buffer.from(']}')])
}
