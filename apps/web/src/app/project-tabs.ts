import type { Tab } from '#shared/ui/Tabs.tsx'

/** The views of a project, in the order of its header. */
export const projectTabs = (projectId: string): Tab[] => [
  { to: `/projects/${projectId}/board`, label: 'Board' },
  { to: `/projects/${projectId}/list`, label: 'List' },
  { to: `/projects/${projectId}/timeline`, label: 'Timeline' },
  { to: `/projects/${projectId}/milestones`, label: 'Milestones' },
  { to: `/projects/${projectId}/insights`, label: 'Insights' },
  { to: `/projects/${projectId}/activity`, label: 'Activity' },
  { to: `/projects/${projectId}/settings`, label: 'Settings' },
]
