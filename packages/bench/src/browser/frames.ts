import type { Page } from '@playwright/test'
import { type Stats, spread } from '#measure/stats.ts'

const scrollMs = 2_000
/** A quick turn of the wheel. */
const scrollPixelsPerFrame = 60
const dragSteps = 60

/** How the page keeps up while it scrolls by itself, a step per frame. */
export async function scrollFrames(page: Page): Promise<Stats> {
  const frames = await counted(page, () =>
    page.evaluate(
      ({ ms, pixels }) =>
        new Promise<void>((resolve) => {
          const begun = performance.now()
          const step = () => {
            window.scrollBy(0, pixels)
            if (performance.now() - begun < ms) requestAnimationFrame(step)
            else resolve()
          }
          requestAnimationFrame(step)
        }),
      { ms: scrollMs, pixels: scrollPixelsPerFrame },
    ),
  )
  await page.evaluate(() => window.scrollTo(0, 0))
  return frames
}

/** How the page keeps up while the mouse carries a card across the columns and back. */
export async function dragFrames(page: Page): Promise<Stats> {
  await page.waitForFunction(() => window.scrollY === 0)
  const card = await page.locator('[data-card]').first().boundingBox()
  const width = page.viewportSize()?.width ?? 0
  if (!card) throw new Error('There is no card to drag.')
  const [x, y] = [card.x + 20, card.y + 20]
  const far = width - 200

  const frames = await counted(page, async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 20, y + 10, { steps: 4 })
    // A page that lets the card lie is quick, and no measure of anything.
    await page.locator('[data-card][aria-pressed="true"]').waitFor({ state: 'attached' })
    await page.mouse.move(far, y + 250, { steps: dragSteps })
    await page.mouse.move(x + 20, y + 400, { steps: dragSteps })
    await page.keyboard.press('Escape')
  })
  await page.mouse.up()
  return frames
}

/** In milliseconds; `per_second` over all of them. */
async function counted(page: Page, act: () => Promise<void>): Promise<Stats> {
  await page.evaluate(() => {
    window.notes.frameMs = []
    window.notes.countFrames = true
  })
  await act()
  const frames = await page.evaluate(() => {
    window.notes.countFrames = false
    return window.notes.frameMs
  })
  const took = frames.reduce((sum, ms) => sum + ms, 0)
  return { ...spread(frames), per_second: (frames.length / took) * 1000 }
}
