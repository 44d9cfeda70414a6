import { type RefObject, useEffect, useRef, useState } from 'react'

/** Takes files that are dropped on an element; answers whether some hover over it now. */
export function useDrop(
  target: RefObject<HTMLElement | null>,
  enabled: boolean,
  onFiles: (files: Iterable<File>) => void,
): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const element = target.current
    if (!element || !enabled) return
    const gone = new AbortController()
    const { signal } = gone
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    element.addEventListener(
      'dragover',
      (event) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(true)
      },
      { signal },
    )
    element.addEventListener('dragleave', () => setOver(false), { signal })
    element.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!carries(event)) return
        event.preventDefault()
        latest.current(event.dataTransfer?.files ?? [])
      },
      { signal },
    )
    return () => gone.abort()
  }, [target, enabled])
  return over
}
