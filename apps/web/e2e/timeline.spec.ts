import { expect, type Locator, type Page, test } from '@playwright/test'
import { openBrowser, signIn } from './people.ts'

const rowOf = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })

/** A task that is not done, and that another one follows. */
const title = 'Mirror production traffic'

async function openTimeline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'WAF/API Security' }).first().click()
  await page.getByRole('link', { name: 'Timeline', exact: true }).first().click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(rowOf(page, title)).toBeVisible()
}

async function chooseMode(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Scheduling/ }).click()
  await page.getByRole('menu').getByText(name).click()
  await expect(page.getByText(/^Scheduling: \w+$/).last()).toBeVisible()
}

/** Drags the middle of a row's bar to the right, the way a hand does. */
async function dragBar(page: Page, row: Locator, pixels: number): Promise<void> {
  const id = await row.getAttribute('data-row')
  const box = await page.locator(`[data-bar="${id}"] [data-grip="move"]`).boundingBox()
  if (!box) throw new Error('the bar is not shown')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + pixels, middle.y, { steps: 10 })
  await page.mouse.up()
}

test('a manager sees what a dragged bar pushes, saves it, and one undo takes it all back', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Priya Raman')
  await openTimeline(page)
  const other = await openBrowser(browser, 'Omar Bensaid')
  await openTimeline(other)
  await chooseMode(page, /^Push/)
  const rows = page.getByRole('row')
  const before = await rows.allTextContents()

  await dragBar(page, rowOf(page, title), 60)
  const preview = page.getByRole('region', { name: 'What this move changes' })
  await expect(preview).toContainText(/moves \d+ other task/)
  await preview.getByRole('button', { name: 'Cancel' }).click()
  await expect(rows).toHaveText(before)

  await dragBar(page, rowOf(page, title), 60)
  await preview.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/with it/).last()).toBeVisible()
  const after = await rows.allTextContents()
  expect(after).not.toEqual(before)
  // Whoever else has the plan open sees it without a reload.
  await expect(other.getByRole('row')).toHaveText(after)

  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(rows).toHaveText(before)
  await expect(other.getByRole('row')).toHaveText(before)
  await chooseMode(page, /^Warn/)
})

test('a bar is moved with the keyboard alone, and Escape leaves it where it was', async ({
  page,
}) => {
  await signIn(page, 'Priya Raman')
  await openTimeline(page)
  const row = rowOf(page, 'Ship WAF audit logs')
  const before = await row.textContent()
  await row.focus()
  await page.keyboard.down('Shift')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/Let go to save, Escape to leave it\.$/)).toBeAttached()
  await page.keyboard.press('Escape')
  await page.keyboard.up('Shift')
  await expect(row).toHaveText(before ?? '')

  const answered = page.waitForResponse(/\/schedule\/preview$/)
  await page.keyboard.press('Shift+ArrowRight')
  expect((await answered).status()).toBe(200)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(row).toHaveText(before ?? '')
})

test('a contributor reads the plan and cannot move it', async ({ page }) => {
  await signIn(page, 'Sara Andersson')
  await openTimeline(page)
  await expect(page.locator('[data-bar]').first()).toBeVisible()
  await expect(page.locator('[data-grip]')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Scheduling/ })).toHaveCount(0)
})
