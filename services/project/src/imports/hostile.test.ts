import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseMspdi } from './parse-mspdi.ts'
import { readXlsx } from './read-table.ts'
import { listIn, readXml, textIn } from './read-xml.ts'

const errorsOf = async (attempt: () => unknown) => {
  try {
    await attempt()
  } catch (error) {
    return error instanceof Error && 'errors' in error ? error.errors : error
  }
  return 'accepted'
}
const refused = (detail: string) => [{ pointer: '#/content', detail }]

test('XML that declares entities is refused before anything is expanded', async () => {
  const laughs =
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><Project>&lol2;</Project>'
  const files =
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Name>&x;</Name></Project>'
  for (const xml of [laughs, files]) {
    expect(await errorsOf(() => parseMspdi(xml, 'x.xml'))).toEqual(
      refused('A document type is not allowed here.'),
    )
  }
})

test('XML that is broken, endless in depth or something else is refused', async () => {
  const broken = refused('This is not well-formed XML.')
  expect(await errorsOf(() => parseMspdi('<Project><Tasks>', 'x.xml'))).toEqual(broken)
  const deep = '<a>'.repeat(5_000) + '</a>'.repeat(5_000)
  expect(await errorsOf(() => parseMspdi(deep, 'x.xml'))).toEqual(broken)
  expect(await errorsOf(() => parseMspdi('<html></html>', 'x.xml'))).toEqual(
    refused('This is not a project in MS Project’s XML format.'),
  )
})

test('names of elements and text cannot reach anything but the text of an element', () => {
  const xml =
    '<P><Task><__proto__><polluted>1</polluted></__proto__><Name>a &#38;lt; &lol; b</Name></Task></P>'
  const accepted = () => listIn(readXml(xml, new Set(['Task'])), 'Task')
  expect(accepted).not.toThrow(TypeError)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  const [task] = listIn(
    readXml('<Task><Name>a &#38;lt; &lol; b &#x1F600;</Name></Task>', new Set(['Task'])),
    'Task',
  ).concat()
  expect(textIn(task, 'Name')).toBe('a &lt; &lol; b 😀')
})

interface Part {
  name: string
  content: Buffer
  /** What the directory says of its size. */
  claimed?: number
}

/** An archive whose directory may lie. */
function zip(parts: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimed = content.length } of parts) {
    const packed = deflateRawSync(content, { level: 9 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claimed, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const entry = Buffer.alloc(42)
    head.copy(entry, 2)
    entry.writeUInt16LE(20, 0)
    entry.writeUInt32LE(offset, 38)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), entry, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  const listed = Buffer.concat(directory)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end])
}

test('a workbook that unpacks to more than memory has is refused, whatever it claims', async () => {
  const tooLarge = refused('The workbook is too large when unpacked.')
  const bomb = Buffer.alloc(100 * 1024 * 1024, 0x20)
  const name = 'xl/worksheets/sheet1.xml'
  const honest = zip([{ name, content: bomb }])
  const lying = zip([{ name, content: bomb, claimed: 600_000 }])
  expect(honest.length).toBeLessThan(200_000)
  expect(await errorsOf(() => readXlsx(honest))).toEqual(tooLarge)
  expect(await errorsOf(() => readXlsx(lying))).toEqual(tooLarge)
})

test('a workbook with one cell at the far corner is refused', async () => {
  const sheet =
    '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
  const book = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) }])
  expect(await errorsOf(() => readXlsx(book))).toEqual(
    refused('The workbook is too large when unpacked.'),
  )
})

test('what is no workbook is refused', async () => {
  const notXlsx = refused('This is not an Excel workbook (.xlsx).')
  const empty = zip([{ name: 'readme.txt', content: Buffer.from('hello') }])
  for (const bytes of [Buffer.from('title\nOne'), Buffer.from('PK\x03\x04 and no more'), empty]) {
    expect(await errorsOf(() => readXlsx(bytes))).toEqual(notXlsx)
  }
})
