import type { Browser, BrowserContext } from '@playwright/test'
import type { Stats } from '#measure/stats.ts'
import { dragFrames, scrollFrames } from './frames.ts'
import { watchScripts } from './script-bytes.ts'
import { watchPage } from './watch-page.ts'

const settleMs = 1_500
const cardMsMax = 30_000

interface Visit {
  url: string
  /** Done before the page is opened: signing in, say. */
  prepare?: (context: BrowserContext) => Promise<void>
}

/** Opens a board in a browser that has never seen it, looks at it, scrolls it and drags a card. */
export async function visit(browser: Browser, { url, prepare }: Visit): Promise<Stats> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await prepare?.(context)
    const page = await context.newPage()
    await watchPage(page)
    const scriptsOf = watchScripts(page)
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.notes.firstCardMs !== null, undefined, {
      timeout: cardMsMax,
    })
    await page.waitForTimeout(settleMs)
    const { firstCardMs, longTasks } = await page.evaluate(() => window.notes)
    const scripts = await scriptsOf()
    const later = longTasks.filter(({ start }) => start > (firstCardMs ?? 0))

    const scroll = await scrollFrames(page)
    const drag = await dragFrames(page)
    return {
      first_card: firstCardMs ?? Number.NaN,
      long_tasks: later.length,
      longest_task: Math.max(0, ...longTasks.map(({ duration }) => duration)),
      served: scripts.served ?? Number.NaN,
      gzip: scripts.gzip ?? Number.NaN,
      ...prefixed('scroll', scroll),
      ...prefixed('drag', drag),
    }
  } finally {
    await context.close()
  }
}

const prefixed = (prefix: string, stats: Stats): Stats =>
  Object.fromEntries(Object.entries(stats).map(([name, value]) => [`${prefix}_${name}`, value]))
