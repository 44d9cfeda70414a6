import { formatCount, plural } from '#shared/format/numbers.ts'
import type { FlagName } from './board-filter.ts'
import type { Grouping } from './lanes.ts'

const flags: Record<FlagName, string> = {
  mine: 'Mine',
  blocked: 'Blocked',
  late: 'Late',
  unassigned: 'Unassigned',
}

const groupings: Record<Grouping, string> = {
  none: 'None',
  assignee: 'Assignee',
  priority: 'Priority',
  parent: 'Parent task',
  milestone: 'Milestone',
}

/** Everything the board says, in one place. */
export const texts = {
  due: 'Due ',
  late: ', late',
  doneOn: 'Done',
  subtasks: 'Subtasks done ',
  blocked: 'Blocked',
  blockedFor: (days: number) => (days < 1 ? 'Blocked today' : `Blocked ${days} d`),
  days: (days: number) => `${days} d`,
  age: (days: number, status: string) => `${plural(days, 'day')} ${status.toLowerCase()}`,

  loading: 'Loading the board',
  failed: 'The board did not load',
  empty: 'No tasks yet',
  emptyHint:
    'A task is one piece of work somebody can finish. It starts in “To do” and moves right.',
  noMatch: 'No task passes the filters',
  noMatchHint: 'Take one away to see more.',

  complete: 'Complete',
  newTask: 'New task',
  newTaskIn: (column: string) => `New task in ${column}`,
  titlePlaceholder: 'What has to be done?',
  tooLong: (length: number, max: number) =>
    `A title has at most ${max} characters; this one has ${length}. The rest belongs in the description.`,
  full: (column: string, limit: number) =>
    `“${column}” takes at most ${plural(limit, 'task')}. Finish one of them first.`,
  hiddenByFilter: 'added; the filters hide it',
  add: 'Add',
  cancel: 'Cancel',
  save: 'Save',

  find: 'Find a task',
  flags,
  choices: { assignee: 'Assignee', priority: 'Priority', label: 'Label' },
  clear: 'Clear',
  shown: (shown: number, all: number) =>
    shown === all ? plural(all, 'task') : `${formatCount(shown)} of ${plural(all, 'task')}`,
  groupings,
  swimlanes: 'Swimlanes',
  swimlanesBy: (by: string) => `Swimlanes: ${by}`,
  noLane: { assignee: 'Nobody', milestone: 'No milestone', parent: 'Top level' },
  unknown: 'Unknown',
  doneOf: (lane: string) => `Done of ${lane}`,
  laneDone: (count: number) => `${count} done`,
  laneDue: (day: string) => `due ${day}`,

  count: (shown: number, all: number, limit: number | null) => {
    const total = limit === null ? formatCount(all) : `${formatCount(all)}/${limit}`
    return shown === all ? total : `${formatCount(shown)} of ${total}`
  },
  limitIs: (count: number, limit: number, blocks: boolean) =>
    `${plural(count, 'task')}, at most ${limit}${blocks ? '; takes no more' : ''}`,
  fold: (column: string) => `Fold ${column}`,
  unfold: (column: string) => `Show ${column}`,

  column: 'Column',
  newColumn: 'New column',
  addColumn: 'Add column',
  name: 'Name',
  columnName: 'Name of the column',
  status: 'Status of its tasks',
  statusHint: 'Several columns may stand for one status.',
  menuOf: (column: string) => `Column ${column}`,
  rename: 'Rename',
  limit: 'Limit…',
  limitOf: (column: string) => `Limit of ${column}`,
  limitLabel: 'At most this many tasks',
  limitHint: 'Empty for no limit.',
  limitBad: (max: number) => `A whole number from 1 to ${max}, or nothing.`,
  whenFull: 'With one more',
  warns: 'Warn',
  blocks: 'Refuse it',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  foldColumn: 'Fold',
  remove: 'Remove',
  removeColumn: (column: string) => `Remove “${column}”?`,
  removalHint: (count: number, heir: string) => {
    const cards = [
      'It is empty.',
      `Its task goes to “${heir}”.`,
      `Its ${plural(count, 'task')} go to “${heir}” and keep their order.`,
    ]
    return `${cards[Math.min(count, 2)]} This cannot be undone.`
  },
  columnAdded: (column: string) => `Column “${column}” added`,
  columnRemoved: (column: string) => `Column “${column}” removed`,
  columnChanged: (column: string) => `Column “${column}” changed`,
  columnMoved: (column: string) => `Column “${column}” moved`,
  columnRestored: (column: string) => `Column “${column}” is as it was`,

  whyBlocked: 'Why is it blocked?',
  whyBlockedHint: 'Everybody who can see the project reads this, the executive summary included.',
  block: 'Move to Blocked',

  movedInColumn: 'moved in its column',
  movedTo: (place: string) => `moved to ${place}`,
  laneNotYours: (by: Exclude<Grouping, 'none'>) =>
    `Only the project’s managers change the ${groupings[by].toLowerCase()} of a task. Stay in its lane.`,
  ownParent: 'A task cannot be its own parent.',

  keys: 'Press Space to lift the card, the arrow keys to move it, Space to drop it, Escape to leave it where it was. Enter opens it.',
  lifted: (card: string) => `${card} lifted.`,
  placed: (column: string, place: number, of: number) => `${column}, place ${place} of ${of}.`,
  dropped: (card: string, column: string) => `${card} dropped in ${column}.`,
  putBack: (card: string) => `${card} left where it was.`,
}
