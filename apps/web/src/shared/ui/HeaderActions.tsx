import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { HeaderSlot } from './header-slot.ts'

/** A view's own buttons, shown at the right end of the page's header. */
export function HeaderActions({ children }: { children: ReactNode }) {
  const slot = useContext(HeaderSlot)
  return slot && createPortal(children, slot)
}
