import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn, type Who } from './people.ts'

interface Screen {
  name: string
  who: Who
  path: string
  /** Shown once the page has its content. */
  settled: (page: Page) => ReturnType<Page['locator']>
}

const screens: Screen[] = [
  {
    name: 'portfolio',
    who: 'Helen Vasquez',
    path: '/portfolio',
    settled: (page) => page.getByRole('row').filter({ hasText: 'WAF/API Security' }),
  },
  {
    name: 'board',
    who: 'Priya Raman',
    path: '/',
    settled: (page) => page.locator('[data-card]').first(),
  },
  {
    name: 'my week',
    who: 'Sara Andersson',
    path: '/timesheet',
    settled: (page) => page.getByRole('region', { name: 'My week' }),
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, who, path, settled } of screens) {
    test(`${name}, ${colorScheme}: readable by machines, and nothing complains`, async ({
      page,
    }) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.emulateMedia({ colorScheme })
      await signIn(page, who)
      await page.goto(path)
      await expect(settled(page)).toBeVisible()

      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze()

      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(complaints).toEqual([])
    })
  }
}

test('on a phone the portfolio needs no sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'Helen Vasquez')
  await expect(page.getByText('Active projects')).toBeVisible()
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: window.innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
})
