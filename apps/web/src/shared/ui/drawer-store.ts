import { create } from 'zustand'

/** What the drawer holds while the sidebar has no room: the projects, or everything. */
export type DrawerContent = 'projects' | 'all'

const useDrawerStore = create<{ open: DrawerContent | null }>()(() => ({ open: null }))

export const useDrawer = () => useDrawerStore((state) => state.open)
export const drawerOpened = (open: DrawerContent) => useDrawerStore.setState({ open })
export const drawerClosed = () => useDrawerStore.setState({ open: null })
