import { Suspense } from 'react'
import { useMatch, useNavigate } from 'react-router'
import {
  keysOpened,
  paletteClosed,
  paletteOpened,
  useOpenPalette,
} from '#features/search/palette-store.ts'
import { useGoKeys, usePaletteKey } from '#features/search/use-palette-keys.ts'
import { useMe } from '#shared/api/session-store.ts'
import { useKeys } from '#shared/ui/use-keys.ts'
import { lazyPart } from './lazy-part.ts'
import { mayOpen, pages } from './pages.ts'
import { usePaletteCommands } from './use-palette-commands.ts'

const CommandPalette = lazyPart(
  async () => (await import('#features/search/CommandPalette.tsx')).CommandPalette,
)
const ShortcutKeys = lazyPart(
  async () => (await import('#features/search/ShortcutKeys.tsx')).ShortcutKeys,
)

/** The palette and the keys that open it and lead everywhere; its code comes with its first use. */
export function Palette() {
  const open = useOpenPalette()
  const me = useMe()
  const navigate = useNavigate()
  const projectId = useMatch('/projects/:projectId/*')?.params.projectId
  const commands = usePaletteCommands(projectId)
  usePaletteKey(paletteOpened)
  useKeys({ '?': keysOpened })

  const go = (to: string) => () => void navigate(to)
  const opens = (page: (typeof pages)[keyof typeof pages]) => me !== null && mayOpen(page, me.roles)
  useGoKeys({
    ...(opens(pages.portfolio) && { p: go(pages.portfolio.to) }),
    ...(opens(pages.myWork) && { m: go(pages.myWork.to) }),
    ...(opens(pages.timesheet) && { w: go(pages.timesheet.to) }),
    ...(projectId !== undefined && {
      b: go(`/projects/${projectId}/board`),
      l: go(`/projects/${projectId}/list`),
      t: go(`/projects/${projectId}/timeline`),
    }),
  })

  const personPath = (personId: string) =>
    projectId === undefined ? undefined : `/projects/${projectId}/list?assignee=${personId}`
  if (open === null) return null
  return (
    <Suspense>
      {open === 'palette' ? (
        <CommandPalette commands={commands} personPath={personPath} onClose={paletteClosed} />
      ) : (
        <ShortcutKeys onClose={paletteClosed} />
      )}
    </Suspense>
  )
}
