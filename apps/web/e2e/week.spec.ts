import { expect, test } from '@playwright/test'
import { signIn } from './people.ts'

test('a contributor submits a week: it is locked, and stays so after a reload', async ({
  page,
}) => {
  await signIn(page, 'Sara Andersson')
  // Long over, and without an entry: the weeks of the demo are left to the journeys that log time.
  await page.goto('/timesheet?week=2025-W10')
  const header = page.getByRole('banner')
  await expect(page.getByRole('region', { name: /^Week \d+$/ })).toBeVisible()
  await expect(header.getByText('Draft')).toBeVisible()

  await page.getByRole('button', { name: /^Submit week/ }).click()

  await expect(page.getByRole('status').getByText(/^Week \d+ is submitted\.$/)).toBeVisible()
  await expect(header.getByText('Submitted')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeHidden()
  await page.reload()
  await expect(header.getByText('Submitted')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Submit week/ })).toBeHidden()
  await expect(page.getByRole('region', { name: 'My week' }).getByRole('textbox')).toHaveCount(0)
})
