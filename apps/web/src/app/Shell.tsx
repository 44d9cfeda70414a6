import { Suspense } from 'react'
import { Outlet, useLocation } from 'react-router'
import { Toast } from '#shared/ui/Toast.tsx'
import { Drawer } from './Drawer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Palette } from './Palette.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TabBar } from './TabBar.tsx'
import { useLiveShell } from './use-live-shell.ts'
import { usePartsAhead } from './use-parts-ahead.ts'

/** What stands around every page of a person who is signed in. */
export function Shell() {
  useLiveShell()
  usePartsAhead()
  const { pathname } = useLocation()
  return (
    <div className="grid min-h-screen grid-cols-[var(--size-sidebar)_minmax(0,1fr)] max-lg:block present:block">
      <a
        href="#main"
        className="absolute top-2 left-2 z-(--z-toast) -translate-y-20 rounded-md bg-raised px-3 py-2 shadow-float focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Sidebar />
      <div
        id="main"
        className="flex min-h-dvh min-w-0 flex-col max-sm:pb-14 min-[1280px]:paneled:pr-(--size-panel)"
      >
        <ErrorBoundary of={pathname}>
          <Suspense>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </div>
      <TabBar />
      <Drawer />
      <Palette />
      <Toast />
    </div>
  )
}
