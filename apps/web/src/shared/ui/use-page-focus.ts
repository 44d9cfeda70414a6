import { type RefObject, useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'

/**
 * Names the page in the window's title and, when the reader came by a link, moves the focus to its
 * heading: a screen reader then says where one is, and Tab goes on from the top.
 */
export function usePageFocus(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrived = useNavigationType() === 'PUSH'
  useEffect(() => {
    document.title = `${title} · Milepost`
  }, [title])
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
  }, [arrived])
  return heading
}
