/** A point is 1/72 inch, a CSS pixel 1/96. */
const pointsPerPixel = 0.75
/** The largest side that readers of PDF 1.7 must open. */
const pointsMax = 14_400

interface Picture {
  /** JPEG. */
  bytes: Uint8Array
  /** Of the picture itself. */
  width: number
  height: number
}

/**
 * A PDF of one page as large as the drawing, with the drawing on it as a picture: every letter and
 * colour is the screen's own, which a library's built-in fonts would not give. Written by hand because
 * it is five objects (ISO 32000-1, §7.5) where a library would be 160 kB.
 */
export function writePdf(
  { bytes, width, height }: Picture,
  page: { width: number; height: number; title: string },
): Blob {
  const points = Math.min(pointsPerPixel, pointsMax / page.width, pointsMax / page.height)
  const [w, h] = [page.width * points, page.height * points].map((size) => size.toFixed(2))
  const content = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`,
      bytes,
      '\nendstream',
    ],
    [`<< /Title ${pdfText(page.title)} /Producer (Milepost) >>`],
  ]
  return assemble(objects)
}

/** Any characters, as UTF-16 with its mark. */
function pdfText(text: string): string {
  const codes = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  )
  return `<FEFF${codes.join('')}>`
}

/** Objects, then where each of them begins. */
function assemble(objects: readonly (string | Uint8Array)[][]): Blob {
  const encoder = new TextEncoder()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : new Uint8Array(part)
    parts.push(bytes)
    length += bytes.length
  }
  add('%PDF-1.7\n')
  const places = objects.map((object, index) => {
    const place = length
    add(`${index + 1} 0 obj\n`)
    for (const part of object) add(part)
    add('\nendobj\n')
    return place
  })
  const table = length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`)
  add(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  )
  return new Blob(parts, { type: 'application/pdf' })
}
