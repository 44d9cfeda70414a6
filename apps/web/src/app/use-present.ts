import { useEffect, useState } from 'react'
import { useKeys } from '#shared/ui/use-keys.ts'

/**
 * Full screen for a meeting room, with the key P or what is answered: the shell goes, the type grows.
 * Where the browser allows no full screen, the page still shows itself that way.
 */
export function usePresent(): () => void {
  const [presenting, setPresenting] = useState(false)
  const toggle = () => setPresenting((was) => !was)
  useKeys({ p: toggle })
  useKeys({ Escape: () => setPresenting(false) }, presenting)

  useEffect(() => {
    if (!presenting) return
    const root = document.documentElement
    const follow = () => {
      if (!document.fullscreenElement) setPresenting(false)
    }
    root.dataset.present = ''
    root.requestFullscreen().then(
      () => document.addEventListener('fullscreenchange', follow),
      () => document.removeEventListener('fullscreenchange', follow),
    )
    return () => {
      document.removeEventListener('fullscreenchange', follow)
      delete root.dataset.present
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [presenting])
  return toggle
}
