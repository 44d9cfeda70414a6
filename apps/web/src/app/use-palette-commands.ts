import type { PaletteItem } from '#features/search/palette-items.ts'
import { keysOpened } from '#features/search/palette-store.ts'
import { texts } from '#features/search/texts.ts'
import { isRunning, useProjects } from '#shared/api/projects-query.ts'
import { useMe } from '#shared/api/session-store.ts'
import { themeChosen } from '#shared/ui/theme-store.ts'
import { pagesFor } from './pages.ts'
import { projectTabs } from './project-tabs.ts'

const goKeys: Record<string, string> = {
  '/portfolio': 'G P',
  '/my-work': 'G M',
  '/timesheet': 'G W',
}

/** What can be done from anywhere, and in the project that is open. */
export function usePaletteCommands(projectId: string | undefined): PaletteItem[] {
  const roles = useMe()?.roles ?? []
  const projects = useProjects().data?.items ?? []
  const here = projects.find(({ id }) => id === projectId)

  const views = projectId === undefined ? [] : projectTabs(projectId)
  return [
    ...(here?.can.create_task
      ? [
          {
            ...{ id: 'new-task', label: texts.newTask, icon: 'add' as const, keys: 'C' },
            also: 'create add',
            to: `/projects/${here.id}/board?new`,
          },
        ]
      : []),
    ...views.map(({ to, label }) => ({
      ...{ id: `view-${to}`, label, to, also: 'go to', icon: 'tasks' as const },
      ...(here && { detail: here.name }),
    })),
    ...pagesFor(roles).map(({ to, label, icon }) => {
      const keys = goKeys[to]
      return { id: to, label, icon, to, also: 'go to page', ...(keys && { keys }) }
    }),
    ...projects
      .filter((project) => isRunning(project) && project.id !== projectId)
      .map(({ id, name, key }) => ({
        ...{ id: `project-${id}`, label: name, detail: key, icon: 'grid' as const },
        to: `/projects/${id}/board`,
        also: `go to ${key}`,
      })),
    theme('light', texts.light, 'sun'),
    theme('dark', texts.dark, 'moon'),
    theme('system', texts.system, 'system'),
    {
      ...{ id: 'keys', label: texts.allKeys, icon: 'settings', keys: '?', run: keysOpened },
      also: 'shortcuts help keyboard',
    },
  ]
}

const theme = (
  name: Parameters<typeof themeChosen>[0],
  label: string,
  icon: 'sun' | 'moon' | 'system',
): PaletteItem => ({
  ...{ id: `theme-${name}`, label, icon, also: 'toggle switch colours' },
  run: () => themeChosen(name),
})
