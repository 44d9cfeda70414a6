import { expect, test } from '@playwright/test'
import { cards, cardTitled, drag, openBoard, titleOf } from './board-page.ts'
import { openBrowser } from './people.ts'

test('a card dragged to Done is on a second screen within a second, and the executive’s percentage follows', async ({
  browser,
}) => {
  const manager = await openBrowser(browser, 'Priya Raman')
  const colleague = await openBrowser(browser, 'Sara Andersson')
  const executive = await openBrowser(browser, 'Helen Vasquez')
  await openBoard(manager)
  await openBoard(colleague)
  const row = executive.getByRole('row').filter({ hasText: 'WAF/API Security' })
  await expect(row).toBeVisible()
  const before = await row.textContent()

  const card = cards(manager, 'To do').first()
  const title = await titleOf(card)
  const saved = manager.waitForResponse(/\/move$/)
  await drag(manager, card, 'Done')
  await saved

  await expect(cardTitled(colleague, 'Done', title)).toBeVisible({ timeout: 1000 })
  await expect(row).not.toHaveText(before ?? '', { timeout: 1500 })
  await expect(manager.getByText('moved to Done')).toBeVisible()
})

test('every number of the summary opens the tasks it was computed from', async ({ browser }) => {
  const executive = await openBrowser(browser, 'Helen Vasquez')
  const summary = executive.getByRole('region', { name: 'Summary' })
  const numbers = summary.getByRole('button', { name: /evidence \d+/ })
  await expect(numbers.first()).toBeVisible({ timeout: 20_000 })

  await numbers.first().click()

  const evidence = executive.getByRole('complementary', { name: 'Evidence' })
  await expect(evidence.getByText('How it is computed')).toBeVisible()
  await expect(evidence.getByText('Tasks behind it')).toBeVisible()
  const position = evidence.getByText(/^\d+ of \d+$/)
  const first = await position.textContent()
  await executive.keyboard.press('j')
  await expect(position).not.toHaveText(first ?? '')
  await executive.keyboard.press('Escape')
  await expect(evidence).toBeHidden()
})

test('a contributor logs time on a task and sees it in the week', async ({ browser }) => {
  const contributor = await openBrowser(browser, 'Sara Andersson')
  await contributor.getByRole('link', { name: 'My week' }).first().click()
  const grid = contributor.getByRole('region', { name: 'My week' })
  const cell = grid.getByRole('textbox', { name: /^Re-issue edge certificates.*Sat/ })
  await cell.fill('1:30')
  const saved = contributor.waitForResponse(/\/timesheets\/entries/)
  await cell.press('Enter')
  expect((await saved).status()).toBe(201)

  await contributor.reload()

  await expect(cell).toHaveValue('1:30')
})
