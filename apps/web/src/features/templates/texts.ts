import { plural } from '#shared/format/numbers.ts'

export const texts = {
  title: 'Templates',
  builtIn: 'Infrastructure work',
  builtInNote: 'they come with Milepost',
  kept: 'Kept by your teams',
  loading: 'The templates are loading',
  failed: 'The templates did not load',
  emptyTitle: 'Nothing kept yet',
  empty:
    'Open a project that went well, and keep its plan for the next one: “Save as template” in the menu beside its name.',
  size: (tasks: number, milestones: number, days: number) =>
    `${plural(tasks, 'task')}, ${plural(milestones, 'milestone')}, ${plural(days, 'working day')}`,
  everyTeam: 'Every team',
  show: (name: string) => `What is in ${name}`,
  hide: 'Close',
  planLoading: 'The plan is loading',
  planFailed: 'The plan did not load',
  day: (first: number, last: number) =>
    first === last ? `Day ${first}` : `Day ${first} – ${last}`,
  rename: (name: string) => `Rename ${name}`,
  renameTitle: 'Rename the template',
  remove: (name: string) => `Delete ${name}`,
  removed: (name: string) => `“${name}” was deleted. Projects that began with it keep everything.`,
  saveTitle: 'Save as template',
  saveHint:
    'Tasks, links, milestones, estimates and priorities, with working days counted from the start. No names, no dates, no progress.',
  name: 'Name',
  nameBad: 'Give it a name of at most 200 characters.',
  about: 'What it is for',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  saved: (name: string) => `“${name}” is a template now.`,
} as const
