const key = 'milepost.reloaded-for'

/**
 * Loads the page again if the server has another version of the app than this one, whose scripts
 * may be gone. Answers whether it does; it never does so twice for one version.
 */
export async function loadNewerApp(): Promise<boolean> {
  const served = await servedEntry()
  if (served === null || served === entryOf(document)) return false
  if (sessionStorage.getItem(key) === served) return false
  sessionStorage.setItem(key, served)
  window.location.reload()
  return true
}

/** Each version's first script has a name of its own. Null when nobody answers. */
async function servedEntry(): Promise<string | null> {
  try {
    const response = await fetch('/', { cache: 'no-store' })
    if (!response.ok) return null
    return entryOf(new DOMParser().parseFromString(await response.text(), 'text/html'))
  } catch {
    // Translates: without a connection there is no newer version to be had.
    return null
  }
}

const entryOf = (page: Document) =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null
