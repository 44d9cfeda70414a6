import { createContext } from 'react'

/** Where a view puts its own actions into the header of the page around it. */
export const HeaderSlot = createContext<HTMLElement | null>(null)
