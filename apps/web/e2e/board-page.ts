import { expect, type Locator, type Page } from '@playwright/test'

const lane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
export const cards = (page: Page, column: string) => lane(page, column).locator('[data-card]')
export const cardTitled = (page: Page, column: string, title: string) =>
  cards(page, column).filter({ hasText: title })
export const titleOf = async (card: Locator) =>
  (await card.getByRole('heading', { includeHidden: true }).textContent()) ?? ''

/** A manager's home is the board of the project they run. */
export async function openBoard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'WAF/API Security' }).first().click()
  await expect(cards(page, 'To do').first()).toBeVisible()
}

/** Drags a card with the mouse to a height in another column, the way a hand does. */
export async function drag(page: Page, card: Locator, column: string): Promise<void> {
  const from = await card.boundingBox()
  const to = await lane(page, column).boundingBox()
  if (!from || !to) throw new Error('the board is not shown')
  await page.mouse.move(from.x + 60, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 80, from.y + 18, { steps: 3 })
  await page.mouse.move(to.x + 80, to.y + 20, { steps: 12 })
  await page.mouse.up()
}
