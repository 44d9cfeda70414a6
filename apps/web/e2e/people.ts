import { type Browser, expect, type Page } from '@playwright/test'

export type Who = 'Helen Vasquez' | 'Priya Raman' | 'Sara Andersson' | 'Omar Bensaid'

/** Signs somebody of the demo organisation in, by the one click that the sign-in page offers. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible()
}

/** Somebody at a browser of their own. */
export async function openBrowser(browser: Browser, who: Who): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, who)
  return page
}
