import type {
  NotificationKind,
  NotificationPreference,
} from '@milepost/api-contracts/notifications'

/** As people read them; a week's decision comes with approvals. */
export const kinds: Record<Exclude<NotificationKind, 'week_decided'>, string> = {
  assigned: 'Somebody gives me a task',
  mentioned: 'Somebody mentions me',
  commented: 'A comment on a task of mine or one I watch',
  blocked: 'A task of mine, or of a project I manage, is blocked',
  status_changed: 'A task of mine or one I watch is moved',
  due_soon: 'A task of mine is due today or tomorrow',
  milestone_moved: 'A milestone I work towards moves or is missed',
}

type Preferences = readonly NotificationPreference[]

/** What counts for a kind: the wish for it in this project, for the project, for the kind, or everything. */
export function wishFor(
  items: Preferences,
  projectId: string | null,
  kind: NotificationKind,
): { in_app: boolean; in_digest: boolean } {
  const places: [string | null, NotificationKind | null][] = [
    [projectId, kind],
    [projectId, null],
    [null, kind],
    [null, null],
  ]
  for (const [project, of] of places) {
    const found = items.find((item) => item.project_id === project && item.kind === of)
    if (found) return found
  }
  return { in_app: true, in_digest: true }
}

const isSame = (a: NotificationPreference, b: NotificationPreference) =>
  a.project_id === b.project_id && a.kind === b.kind

export const withWish = (items: Preferences, wish: NotificationPreference) => [
  ...items.filter((item) => !isSame(item, wish)),
  wish,
]

export const withoutProject = (items: Preferences, projectId: string) =>
  items.filter(({ project_id }) => project_id !== projectId)
