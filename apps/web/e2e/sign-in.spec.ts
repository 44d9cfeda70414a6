import { expect, test } from '@playwright/test'
import { signIn } from './people.ts'

test('a wrong password is refused in words, and nothing typed is lost', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('helen.vasquez@milepost.example')
  await page.getByLabel('Password').fill('not the password at all')
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue('helen.vasquez@milepost.example')
})

test('whoever was sent to the sign-in page comes to the page they wanted', async ({ page }) => {
  await page.goto('/portfolio')
  await page.getByRole('button', { name: /Helen Vasquez/ }).click()
  await expect(page).toHaveURL(/\/portfolio$/)
})

test('a session survives a reload and ends with signing out', async ({ page }) => {
  await signIn(page, 'Helen Vasquez')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Portfolio' })).toBeVisible()

  await page.getByRole('button', { name: /Helen Vasquez/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Password')).toBeVisible()
  await page.goto('/portfolio')
  await expect(page.getByLabel('Password')).toBeVisible()
})
