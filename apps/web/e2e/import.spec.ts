import { expect, test } from '@playwright/test'
import { signIn } from './people.ts'

const csv = [
  'Ref;Task;Part of;State;Owner;Begin;End;Hours;Sprint',
  'R1;Survey the racks;;Done;Lena Novak;02.11.2026;04.11.2026;12;7',
  'R2;Move hall A;;Open;;;;;7',
  'R3;Unmount storage;R2;Open;Nobody Known;09.11.2026;10.11.2026;8;',
].join('\n')

test('a manager imports a table, sees what it becomes and what is lost, and takes it back', async ({
  page,
}) => {
  await signIn(page, 'Priya Raman')
  await page.getByRole('button', { name: 'More of this project' }).click()
  await page.getByRole('menuitem', { name: 'Import tasks…' }).click()
  await page
    .getByLabel('File to import')
    .setInputFiles({ name: 'move.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })

  const losses = page.getByRole('region', { name: 'What will be lost' })
  await expect(losses.getByText('Column “Part of”')).toBeVisible()
  await expect(losses.getByText('Person “Nobody Known”')).toBeVisible()
  await page.getByLabel('What “Part of” becomes').selectOption('Parent task')
  await expect(losses.getByText('Column “Part of”')).toHaveCount(0)
  const tasks = page.getByRole('region', { name: 'Tasks' })
  await expect(tasks.getByRole('row', { name: /Unmount storage/ })).toContainText('New')

  await page.getByRole('button', { name: 'Import 3 tasks' }).click()
  await expect(page.getByText('3 tasks imported')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Tasks' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
})

test('a manager reads a template before a project begins with it', async ({ page }) => {
  await signIn(page, 'Priya Raman')
  await page.getByRole('link', { name: 'Templates' }).click()
  await page.getByRole('button', { name: /Firewall swap/ }).click()
  await expect(page.getByText('Swap the links in the window and run the checks')).toBeVisible()

  await page.getByRole('link', { name: 'Portfolio' }).click()
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Begin with').selectOption('Firewall swap')
  await expect(dialog.getByText(/26 tasks and 5 milestones over 54 working days/)).toBeVisible()
})

test('a manager keeps work that comes back on the second Tuesday, and ends it', async ({
  page,
}) => {
  await signIn(page, 'Priya Raman')
  await page.getByRole('button', { name: 'More of this project' }).click()
  await page.getByRole('menuitem', { name: 'Recurring tasks' }).click()
  await page.getByRole('button', { name: 'Add recurring task' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a recurring task' })
  await dialog.getByLabel('Title').fill('Restore test of the month')
  await dialog.getByLabel('Comes back').selectOption('Every month, on a weekday')
  await dialog.getByLabel('Which').selectOption('second')
  await dialog.getByLabel('Weekday').selectOption('Tuesday')
  await dialog.getByLabel('Days ahead').fill('0')
  await dialog.getByRole('button', { name: 'Save' }).click()

  const row = page.getByRole('row', { name: /Restore test of the month/ })
  await expect(row).toContainText('Every month on the second Tuesday')
  await row.getByRole('button', { name: /^End/ }).click()
  await expect(row).toHaveCount(0)
})
