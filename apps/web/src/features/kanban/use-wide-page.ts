import { useLayoutEffect } from 'react'

/** Tells the document that the page may be wider than the window: see `main.css`. */
export function useWidePage(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset.widePage = ''
    return () => {
      delete dataset.widePage
    }
  }, [])
}
