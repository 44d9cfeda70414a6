import { expect, test } from '@playwright/test'
import { signIn } from './people.ts'

test('a manager filters the list, gives three tasks to somebody at once, and undoes it', async ({
  page,
}) => {
  await signIn(page, 'Priya Raman')
  await page.getByRole('link', { name: 'List', exact: true }).first().click()
  const grid = page.getByRole('grid', { name: 'Tasks' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()

  await page.getByRole('button', { name: 'Status', exact: true }).first().click()
  await page.getByRole('checkbox', { name: 'To do' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/status=todo/)
  const rows = grid.getByRole('row').filter({ hasText: /-\d+/ })
  await expect(rows.filter({ hasText: 'Done' })).toHaveCount(0)
  const assignees = rows.locator('td:nth-child(5)')
  const before = (await assignees.allTextContents()).slice(0, 3)

  await grid.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: '3 selected' })
  await bar.getByRole('button', { name: 'Assignee' }).click()
  await page.getByRole('menuitem', { name: 'Lena Novak' }).click()

  await expect(page.getByText(/^3 tasks changed|^2 tasks changed/)).toBeVisible()
  for (const row of [0, 1, 2]) await expect(assignees.nth(row)).toContainText('Lena Novak')

  await page.getByRole('button', { name: /Undo/ }).click()
  for (const [row, name] of before.entries()) await expect(assignees.nth(row)).toHaveText(name)

  await page.reload()
  for (const [row, name] of before.entries()) await expect(assignees.nth(row)).toHaveText(name)
})

test('a contributor finds a task by its key from anywhere, and gets nothing of another team', async ({
  page,
}) => {
  await signIn(page, 'Sara Andersson')
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search and commands' })
  await field.fill('waf-135')
  await expect(page.getByRole('option', { name: /WAF-135/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/board\?task=/)

  await page.keyboard.press('Control+k')
  await field.fill('tape')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('a task that a manager deletes is in the trash, and comes back from there', async ({
  page,
}) => {
  await signIn(page, 'Priya Raman')
  await page.getByRole('link', { name: 'List', exact: true }).first().click()
  const grid = page.getByRole('grid', { name: 'Tasks' })
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('Test failover')
  const row = grid.getByRole('row').filter({ hasText: 'Test failover of the WAF pair' })
  await row.getByRole('checkbox').click()
  await page
    .getByRole('region', { name: '1 selected' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect(row).toHaveCount(0)

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Trash' }).click()
  const trashed = page.getByRole('row').filter({ hasText: 'Test failover of the WAF pair' })
  await trashed.getByRole('button', { name: 'Restore' }).click()
  await expect(trashed).toHaveCount(0)
  await page.goBack()
  await expect(row).toBeVisible()
})
