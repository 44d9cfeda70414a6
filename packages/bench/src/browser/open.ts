import { findChromium } from '@milepost/local-stack/chromium'
import { cacheDir } from '@milepost/local-stack/root'
import { type Browser, chromium } from '@playwright/test'

/** The browser that journeys use, without a window. */
export function openBrowser(): Promise<Browser> {
  const { path, env } = findChromium(cacheDir, process.env.CHROMIUM_PATH)
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Containers and root have no sandbox to offer; only our own pages are opened.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}
