import { SearchButton } from '#features/search/SearchButton.tsx'
import { useMe } from '#shared/api/session-store.ts'
import { Brand } from './Brand.tsx'
import { PageLinks } from './PageLinks.tsx'
import { ProjectLinks } from './ProjectLinks.tsx'
import { UserMenu } from './UserMenu.tsx'

export function Sidebar() {
  const me = useMe()
  return (
    <div className="max-lg:hidden present:hidden">
      {/* Stays whichever way the page scrolls: a board may be wider than the window. */}
      <div className="fixed top-0 left-0 z-(--z-sidebar) flex h-screen w-(--size-sidebar) flex-col border-line border-r bg-canvas px-2">
        <Brand />
        <SearchButton />
        <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto pb-2">
          <PageLinks roles={me?.roles ?? []} />
          <ProjectLinks />
        </nav>
        <UserMenu />
      </div>
    </div>
  )
}
