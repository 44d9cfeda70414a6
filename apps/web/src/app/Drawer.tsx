import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { SearchButton } from '#features/search/SearchButton.tsx'
import { useMe } from '#shared/api/session-store.ts'
import { type DrawerContent, drawerClosed, useDrawer } from '#shared/ui/drawer-store.ts'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { useModal } from '#shared/ui/use-modal.ts'
import { Brand } from './Brand.tsx'
import { PageLinks } from './PageLinks.tsx'
import { ProjectLinks } from './ProjectLinks.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The sidebar on a narrow window: it comes when called and goes with the next page. */
export function Drawer() {
  const open = useDrawer()
  const { pathname } = useLocation()
  const openedAt = useRef(pathname)
  useEffect(() => {
    if (openedAt.current === pathname) return
    openedAt.current = pathname
    drawerClosed()
  }, [pathname])
  return open && <OpenDrawer content={open} />
}

function OpenDrawer({ content }: { content: DrawerContent }) {
  const dialog = useModal(drawerClosed)
  const me = useMe()
  return (
    <dialog
      ref={dialog}
      aria-label={content === 'all' ? 'Menu' : 'Projects'}
      className="mr-auto h-dvh max-h-dvh w-72 max-w-[85vw] bg-canvas p-0 text-ink backdrop:bg-scrim"
    >
      <div className="flex h-full flex-col border-line border-r px-2">
        <div className="flex items-center">
          <span className="flex-1">
            <Brand />
          </span>
          <IconButton icon="close" iconSize={14} label="Close, Esc" onClick={drawerClosed} />
        </div>
        {content === 'all' && <SearchButton onOpen={drawerClosed} />}
        <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto pb-2">
          {content === 'all' && <PageLinks roles={me?.roles ?? []} />}
          <ProjectLinks />
        </nav>
        <UserMenu />
      </div>
    </dialog>
  )
}
