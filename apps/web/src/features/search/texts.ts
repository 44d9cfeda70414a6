/** Everything the search and the palette say, in one place. */
export const texts = {
  open: 'Search',
  title: 'Search and commands',
  placeholder: 'Search tasks, projects, people, or run a command',
  tasks: 'Tasks',
  projects: 'Projects',
  people: 'People',
  commands: 'Commands',
  recent: 'Recent',
  nothing: 'Nothing found',
  nothingHint: 'Only what you may see is searched. Try a key such as WAF-12, or a shorter word.',
  searching: 'Searching',
  failed: 'The search did not work',
  hint: 'is:open, is:blocked, is:done and is:mine narrow tasks down',
  walk: 'to walk',
  choose: 'to open',
  close: 'to close',
  shortcuts: 'Keys',
  newTask: 'New task on the board',
  toList: 'List of tasks',
  toBoard: 'Board',
  toTimeline: 'Timeline',
  light: 'Light theme',
  dark: 'Dark theme',
  system: 'Theme as the system',
  allKeys: 'All keys',
  inProject: (name: string) => `in ${name}`,
}

/** Every single key of the app, by where it works. */
export const shortcutGroups: { title: string; keys: [keys: string, does: string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Search and commands'],
      ['?', 'These keys'],
      ['G P', 'Go to the portfolio'],
      ['G M', 'Go to my work'],
      ['G W', 'Go to my week'],
      ['Z', 'Undo what was just done'],
      ['Esc', 'Close what is open'],
    ],
  },
  {
    title: 'In a project',
    keys: [
      ['G B', 'Go to the board'],
      ['G L', 'Go to the list'],
      ['G T', 'Go to the timeline'],
      ['C', 'New task, on the board'],
    ],
  },
  {
    title: 'Board',
    keys: [
      ['Space', 'Lift a card, and put it down'],
      ['← → ↑ ↓', 'Move it, or walk'],
      ['Enter', 'Open the task'],
      ['Esc', 'Put it back'],
    ],
  },
  {
    title: 'List',
    keys: [
      ['← → ↑ ↓', 'Walk from cell to cell'],
      ['Enter', 'Edit the cell, or open the task'],
      ['Space', 'Select the row'],
      ['Shift ↑ ↓', 'Select a range'],
      ['Ctrl A', 'Select all that is shown'],
    ],
  },
  {
    title: 'Other pages',
    keys: [
      ['E', 'Evidence for a number'],
      ['J K', 'Next and previous number'],
      ['P', 'Present the portfolio'],
      ['N', 'Add a row to the week'],
    ],
  },
]
