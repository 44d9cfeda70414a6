import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { badFile } from './refusals.ts'

const inflate = promisify(inflateRaw)

/** What a workbook of 10,000 rows needs is a tenth of it. */
const unpackedBytesMax = 64 * 1024 * 1024
const entriesMax = 1_000
const rowsMax = 20_000
const columnsMax = 300

const notXlsx = () => badFile('This is not an Excel workbook (.xlsx).')
const tooLarge = () => badFile('The workbook is too large when unpacked.')

/**
 * Refuses a workbook that would unpack to more than fits in memory, whatever its directory says of sizes, and
 * one with a cell far outside: a reader makes every cell up to there. Throws 400.
 */
export async function refuseLargeWorkbook(file: Buffer): Promise<void> {
  let left = unpackedBytesMax
  for (const entry of readDirectory(file)) {
    const bytes = await unpack(file, entry, left)
    left -= bytes.length
    if (left < 0) throw tooLarge()
    if (entry.name.startsWith('xl/worksheets/')) refuseFarCells(bytes.toString('latin1'))
  }
}

interface Entry {
  name: string
  method: number
  packedSize: number
  offset: number
}

async function unpack(file: Buffer, { method, packedSize, offset }: Entry, bytesMax: number) {
  if (offset + 30 > file.length) throw notXlsx()
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(start, start + packedSize)
  if (method === 0) return packed
  if (method !== 8) throw notXlsx()
  try {
    return await inflate(packed, { maxOutputLength: Math.max(bytesMax, 1) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notXlsx()
  }
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endSize = 22
const commentMax = 0xffff

/** The archive's directory (PKWARE APPNOTE 4.3.12), which is what the reader goes by. */
function readDirectory(file: Buffer): Entry[] {
  let end = file.length - endSize
  const first = Math.max(0, end - commentMax)
  while (end >= first && file.readUInt32LE(end) !== endSignature) end -= 1
  if (end < first) throw notXlsx()
  const count = file.readUInt16LE(end + 10)
  if (count > entriesMax) throw tooLarge()
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== entrySignature) throw notXlsx()
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packedSize: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

/** Addresses such as "XFD1048576". */
function refuseFarCells(sheet: string): void {
  for (const [, letters = '', digits = ''] of sheet.matchAll(/\br="([A-Z]{1,9})?(\d{1,15})"/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (Number(digits) > rowsMax || column > columnsMax) throw tooLarge()
  }
}
