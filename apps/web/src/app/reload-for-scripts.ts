const key = 'milepost.reloaded-for'

/**
 * Loads the page again where that brings scripts that did not arrive: the server has another version
 * of the app, whose scripts have other names, or the browser remembers that they failed and asks no
 * more. Answers whether it does; it never does so twice for one version.
 * @param again whether they failed before, too
 */
export async function reloadForScripts(again: boolean): Promise<boolean> {
  const served = await servedEntry()
  if (served === null) return false
  const isNewer = served !== entryOf(document)
  if (isNewer ? sessionStorage.getItem(key) === served : !again) return false
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
