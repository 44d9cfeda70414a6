import { expect, test } from 'vitest'
import { writePdf } from './write-pdf.ts'

const page = { width: 800, height: 400, title: 'Łódź – timeline' }
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

test('every object of the PDF stands where its table says', async () => {
  const picture = { bytes: new Uint8Array([0xff, 0xd8, 0x80, 0xff, 0xd9]), width: 2, height: 1 }
  const text = new TextDecoder('latin1').decode(await bytesOf(writePdf(picture, page)))
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1])
  expect(text.slice(table, table + 4)).toBe('xref')
  const places = [...text.slice(table).matchAll(/(\d{10}) 00000 n /g)].map(([, at]) => Number(at))
  expect(places).toHaveLength(6)
  for (const [index, place] of places.entries())
    expect(text.slice(place, place + 7)).toBe(`${index + 1} 0 obj`)
  expect(text).toContain('/MediaBox [0 0 600.00 300.00]')
})

test('a drawing that is larger than a page may be is made smaller', async () => {
  const picture = { bytes: new Uint8Array(1), width: 2, height: 1 }
  const text = await writePdf(picture, { ...page, width: 40_000 }).text()
  expect(text).toContain('/MediaBox [0 0 14400.00 144.00]')
})
