import { expect, type Page, test } from '@playwright/test'
import { openBrowser } from './people.ts'
import { bluePng } from './picture.ts'

/** A card that both of them see; the contributor's own, so that files may be put beside it. */
async function openTask(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'WAF/API Security' }).first().click()
  await page.locator('[data-card]').filter({ hasText: title }).click()
  await expect(panel(page).getByRole('tab', { name: 'Comments' })).toBeVisible()
}
const panel = (page: Page) => page.getByRole('complementary', { name: 'Task' })

test('a contributor mentions the manager and attaches a picture, and the manager sees both at once', async ({
  browser,
}) => {
  const contributor = await openBrowser(browser, 'Sara Andersson')
  const manager = await openBrowser(browser, 'Priya Raman')
  const title = 'Re-issue edge certificates'
  await openTask(contributor, title)
  await openTask(manager, title)

  const said = `The new ones are here, ${Date.now()}`
  const comment = panel(contributor).getByRole('textbox', { name: 'Comment' })
  await comment.pressSequentially('@pri')
  await expect(panel(contributor).getByRole('option', { name: 'Priya Raman' })).toBeVisible()
  await comment.press('Enter')
  await comment.pressSequentially(said)
  await comment.press('ControlOrMeta+Enter')

  const heard = panel(manager).getByRole('article').filter({ hasText: said })
  await expect(heard).toBeVisible({ timeout: 2000 })
  await expect(heard).toContainText('@Priya Raman')

  const name = `rack-${Date.now()}.png`
  const chooser = contributor.waitForEvent('filechooser')
  await panel(contributor).getByRole('button', { name: 'Attach files' }).click()
  await (await chooser).setFiles({
    name,
    mimeType: 'image/png',
    buffer: bluePng({ width: 40, height: 30 }),
  })

  const seen = panel(manager).getByRole('listitem').filter({ hasText: name })
  await expect(seen).toContainText('Sara Andersson', { timeout: 4000 })
  await expect(seen.locator('img')).toHaveJSProperty('naturalWidth', 40)
  await seen.getByRole('button', { name: `Look at ${name}` }).click()
  await expect(manager.getByRole('dialog').getByRole('img', { name })).toBeVisible()
  await manager.keyboard.press('Escape')
  const download = manager.waitForEvent('download')
  await seen.getByRole('button', { name: `Download ${name}` }).click()
  expect((await download).suggestedFilename()).toBe(name)

  await heard.getByRole('button', { name: 'React' }).click()
  await manager.getByRole('menuitemradio', { name: 'Thumbs up' }).click()
  await expect(
    panel(contributor).getByRole('button', { name: 'Thumbs up, 1: Priya Raman' }).last(),
  ).toBeVisible({ timeout: 2000 })
})
