import { create } from 'zustand'

type Open = 'palette' | 'keys' | null

const usePaletteStore = create<{ open: Open }>()(() => ({ open: null }))

export const useOpenPalette = () => usePaletteStore((store) => store.open)
export const paletteOpened = () => usePaletteStore.setState({ open: 'palette' })
export const keysOpened = () => usePaletteStore.setState({ open: 'keys' })
export const paletteClosed = () => usePaletteStore.setState({ open: null })
