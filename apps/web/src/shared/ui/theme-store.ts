import { create } from 'zustand'

export type Theme = 'light' | 'dark' | 'system'

/** public/theme.js reads it before the first paint. */
const key = 'milepost.theme'

const useThemeStore = create<{ theme: Theme }>()(() => ({ theme: stored() }))

export const useTheme = () => useThemeStore((state) => state.theme)

export function themeChosen(theme: Theme): void {
  useThemeStore.setState({ theme })
  if (theme === 'system') {
    delete document.documentElement.dataset.theme
    localStorage.removeItem(key)
  } else {
    document.documentElement.dataset.theme = theme
    localStorage.setItem(key, theme)
  }
}

function stored(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
