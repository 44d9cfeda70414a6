import { Navigate, Route, Routes } from 'react-router'
import { BoardPart } from './board-part.ts'
import { Home } from './Home.tsx'
import { lazyPart } from './lazy-part.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { ProjectPage } from './ProjectPage.tsx'
import { pages } from './pages.ts'
import { RoleGate } from './RoleGate.tsx'
import { SessionGate } from './SessionGate.tsx'
import { Shell } from './Shell.tsx'

const SignInPage = lazyPart(
  async () => (await import('#features/sign-in/SignInPage.tsx')).SignInPage,
)
const PortfolioPage = lazyPart(async () => (await import('./PortfolioPage.tsx')).PortfolioPage)
const ProjectMilestonesPage = lazyPart(
  async () => (await import('./ProjectMilestonesPage.tsx')).ProjectMilestonesPage,
)
const PortfolioTimelinePage = lazyPart(
  async () => (await import('./PortfolioTimelinePage.tsx')).PortfolioTimelinePage,
)
const TimelinePage = lazyPart(async () => (await import('./TimelinePage.tsx')).TimelinePage)
const ProjectActivityPage = lazyPart(
  async () => (await import('./ProjectActivityPage.tsx')).ProjectActivityPage,
)
const ProjectSettingsPage = lazyPart(
  async () => (await import('./ProjectSettingsPage.tsx')).ProjectSettingsPage,
)
const ProjectImportPage = lazyPart(
  async () => (await import('./ProjectImportPage.tsx')).ProjectImportPage,
)
const ProjectRecurringPage = lazyPart(
  async () => (await import('./ProjectRecurringPage.tsx')).ProjectRecurringPage,
)
const TemplatesPage = lazyPart(
  async () => (await import('#features/templates/TemplatesPage.tsx')).TemplatesPage,
)
const InsightsPage = lazyPart(async () => (await import('./InsightsPage.tsx')).InsightsPage)
const InboxPage = lazyPart(async () => (await import('#features/inbox/InboxPage.tsx')).InboxPage)
const PreferencesPage = lazyPart(
  async () => (await import('#features/inbox/PreferencesPage.tsx')).PreferencesPage,
)
const CalendarsPage = lazyPart(
  async () => (await import('#features/calendars/CalendarsPage.tsx')).CalendarsPage,
)
const PeoplePage = lazyPart(
  async () => (await import('#features/people/PeoplePage.tsx')).PeoplePage,
)
const ListPage = lazyPart(async () => (await import('./ListPage.tsx')).ListPage)
const TrashPage = lazyPart(async () => (await import('./TrashPage.tsx')).TrashPage)
const MyWorkPage = lazyPart(
  async () => (await import('#features/my-work/MyWorkPage.tsx')).MyWorkPage,
)
const MyWeek = lazyPart(async () => (await import('#features/timesheet/MyWeek.tsx')).MyWeek)

/** Every address of the app. A page's code is loaded with its first visit. */
export const AppRoutes = () => (
  <Routes>
    <Route path="/sign-in" element={<SignInPage />} />
    <Route
      element={
        <SessionGate>
          <Shell />
        </SessionGate>
      }
    >
      <Route index element={<Home />} />
      <Route
        path={pages.portfolio.to}
        element={
          <RoleGate page={pages.portfolio}>
            <PortfolioPage />
          </RoleGate>
        }
      />
      <Route
        path={`${pages.portfolio.to}/timeline`}
        element={
          <RoleGate page={pages.portfolio}>
            <PortfolioTimelinePage />
          </RoleGate>
        }
      />
      <Route path={pages.inbox.to} element={<InboxPage />} />
      <Route path={`${pages.inbox.to}/preferences`} element={<PreferencesPage />} />
      <Route
        path={pages.myWork.to}
        element={
          <RoleGate page={pages.myWork}>
            <MyWorkPage />
          </RoleGate>
        }
      />
      <Route
        path={pages.timesheet.to}
        element={
          <RoleGate page={pages.timesheet}>
            <MyWeek />
          </RoleGate>
        }
      />
      <Route path="/projects/:projectId" element={<ProjectPage />}>
        <Route index element={<Navigate to="board" replace />} />
        <Route path="board" element={<BoardPart />} />
        <Route path="list" element={<ListPage />} />
        <Route path="trash" element={<TrashPage />} />
        <Route path="timeline" element={<TimelinePage />} />
        <Route path="milestones" element={<ProjectMilestonesPage />} />
        <Route path="insights" element={<InsightsPage />} />
        <Route path="activity" element={<ProjectActivityPage />} />
        <Route path="settings" element={<ProjectSettingsPage />} />
        <Route path="import" element={<ProjectImportPage />} />
        <Route path="recurring" element={<ProjectRecurringPage />} />
      </Route>
      <Route
        path={pages.calendars.to}
        element={
          <RoleGate page={pages.calendars}>
            <CalendarsPage />
          </RoleGate>
        }
      />
      <Route path="/admin/calendars" element={<Navigate to={pages.calendars.to} replace />} />
      <Route
        path={pages.templates.to}
        element={
          <RoleGate page={pages.templates}>
            <TemplatesPage />
          </RoleGate>
        }
      />
      <Route
        path={pages.people.to}
        element={
          <RoleGate page={pages.people}>
            <PeoplePage />
          </RoleGate>
        }
      />
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>
)
