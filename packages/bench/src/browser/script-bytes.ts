import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import type { Stats } from '#measure/stats.ts'

/** Follows the scripts that a page loads. Call before it goes anywhere. */
export function watchScripts(page: Page): () => Promise<Stats> {
  const scripts: Response[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('javascript')) scripts.push(response)
  })
  return async () => {
    const bodies = await Promise.all(scripts.map((script) => script.body()))
    const sent = await Promise.all(scripts.map((script) => script.request().sizes()))
    return {
      served: sumOf(sent.map(({ responseBodySize }) => responseBodySize)) / 1000,
      gzip: sumOf(bodies.map((body) => gzipSync(body, { level: 9 }).length)) / 1000,
      files: scripts.length,
    }
  }
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0)
