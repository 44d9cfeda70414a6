import { useLayoutEffect } from 'react'

/** Tells the document how wide the page is at least, which may be wider than the window: see `main.css`. */
export function useWidePage(width: string): void {
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.widePage = ''
    style.setProperty('--page-width', width)
    return () => {
      delete dataset.widePage
      style.removeProperty('--page-width')
    }
  }, [width])
}
