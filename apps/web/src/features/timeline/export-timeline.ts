import { createElement } from 'react'
import fontUrl from '#shared/ui/fonts/inter-latin-wght-normal.woff2?url'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import type { Chart } from './chart.ts'
import { type DrawingOptions, drawingSize, ExportDrawing } from './ExportDrawing.tsx'
import { texts } from './texts.ts'
import type { ColumnName } from './view-options.ts'
import { writePdf } from './write-pdf.ts'

export type ExportFormat = 'svg' | 'png' | 'pdf'

interface ExportOptions {
  chart: Chart
  title: string
  columns: readonly ColumnName[]
  tableWidth: number
  format: ExportFormat
}

/** A drawing of more could be opened by hardly anything. */
const rowsMax = 500
/** Of a canvas: beyond it some browsers draw nothing. */
const pixelsMax = 16_000
const areaMax = 120_000_000

/** Saves the timeline as it is shown, in the theme that is shown, all of its rows. */
export async function exportTimeline({ format, ...shown }: ExportOptions): Promise<void> {
  const all = shown.chart.rows.length
  const chart = all > rowsMax ? withRows(shown.chart, rowsMax) : shown.chart
  const options: DrawingOptions = { ...shown, chart, xFrom: 0, xTo: chart.axis.width }
  const name = `${shown.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-timeline.${format}`
  try {
    save(await drawingAs(format, options), name)
  } catch (error) {
    // What a browser answers when a picture is too large for it.
    if (!(error instanceof DOMException)) throw error
    somethingFailed(texts.exportFailed)
    return
  }
  somethingHappened({
    text: all > rowsMax ? texts.exportedPart(name, rowsMax, all) : texts.exported(name),
  })
}

const withRows = (chart: Chart, count: number): Chart => ({
  ...chart,
  rows: chart.rows.slice(0, count),
})

async function drawingAs(format: ExportFormat, options: DrawingOptions): Promise<Blob> {
  const svg = await drawingText(options)
  if (format === 'svg') return new Blob([svg], { type: 'image/svg+xml' })
  const size = drawingSize(options)
  const canvas = await paint(svg, size)
  if (format === 'png') return canvas.convertToBlob({ type: 'image/png' })
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.94 })
  const { width, height } = canvas
  const bytes = new Uint8Array(await picture.arrayBuffer())
  return writePdf({ bytes, width, height }, { ...size, title: options.title })
}

/** The drawing with the theme's colours written out and the typeface inside: it needs no page. */
async function drawingText(options: DrawingOptions): Promise<string> {
  const [{ renderToStaticMarkup }, font] = await Promise.all([
    import('react-dom/server.browser'),
    fontData(),
  ])
  const markup = renderToStaticMarkup(createElement(ExportDrawing, options))
  const style = getComputedStyle(document.documentElement)
  const face = `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${font}) format("woff2")}</style>`
  return markup
    .replaceAll(/var\((--[\w-]+)\)/g, (_text, token: string) =>
      style.getPropertyValue(token).trim(),
    )
    .replace('</title>', `</title>${face}`)
}

async function fontData(): Promise<string> {
  const font = await (await fetch(fontUrl)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(font)
  })
}

async function paint(svg: string, { width, height }: { width: number; height: number }) {
  const scale = Math.min(
    2,
    pixelsMax / width,
    pixelsMax / height,
    Math.sqrt(areaMax / (width * height)),
  )
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
