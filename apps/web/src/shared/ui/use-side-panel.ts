import { useLayoutEffect } from 'react'

let open = 0

/**
 * Tells the document that a panel stands beside the page, for the styles that make room: the variant
 * `paneled`. Not `:has()`, which looks through the page again for every card that a scroll brings.
 */
export function useSidePanel(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    open += 1
    dataset.sidePanelOpen = ''
    return () => {
      open -= 1
      if (open === 0) delete dataset.sidePanelOpen
    }
  }, [])
}
