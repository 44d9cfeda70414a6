import type { ReactNode } from 'react'
import type { IconName } from './icon-paths.tsx'

export interface MenuItem {
  label: string
  onSelect: () => void
  icon?: IconName
  /** A mark of its own instead of an icon: a health shape, a status. */
  mark?: ReactNode
  shortcut?: string
  /** One of several choices, and the one in force. */
  checked?: boolean
}

export interface MenuGroup {
  heading?: string
  items: MenuItem[]
}
