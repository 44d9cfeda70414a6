import { plural } from '#shared/format/numbers.ts'

/** Everything the board says, in one place. */
export const texts = {
  due: 'Due ',
  late: ', late',
  subtasks: 'Subtasks done ',
  blocked: 'Blocked',
  blockedFor: (days: number) => (days < 1 ? 'Blocked today' : `Blocked ${days} d`),

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
  add: 'Add',
  cancel: 'Cancel',
  filters: { mine: 'Mine', blocked: 'Blocked', late: 'Late' },
  shown: (shown: number, all: number) =>
    shown === all ? plural(all, 'task') : `${shown} of ${plural(all, 'task')}`,
  over: (count: number, limit: number) => `${count} of ${limit}, over`,
  within: (count: number, limit: number) => `${count} of ${limit}`,
  fold: (column: string) => `Fold ${column}`,
  unfold: (column: string) => `Show ${column}`,

  whyBlocked: 'Why is it blocked?',
  whyBlockedHint: 'Everybody who can see the project reads this, the executive summary included.',
  block: 'Move to Blocked',

  keys: 'Press Space to lift the card, the arrow keys to move it, Space to drop it, Escape to leave it where it was. Enter opens it.',
  lifted: (card: string) => `${card} lifted.`,
  placed: (column: string, place: number, of: number) => `${column}, place ${place} of ${of}.`,
  dropped: (card: string, column: string) => `${card} dropped in ${column}.`,
  putBack: (card: string) => `${card} left where it was.`,
  notYours: 'Only its assignee and the project’s managers move this card.',
}
