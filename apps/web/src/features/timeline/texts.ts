import { formatSigned, plural } from '#shared/format/numbers.ts'

/** Everything the timeline says, in one place. */
export const texts = {
  loading: 'Loading the timeline',
  failed: 'The timeline did not load',
  empty: 'No dates yet',
  emptyHint:
    'A task with a start and a due date is a bar here, a milestone a diamond. Give tasks their dates in their panel, or here: focus a row and press Shift and an arrow key.',
  emptyNoTasks: 'Add tasks on the board first; those with a start and a due date become bars here.',
  showRows: 'Plan them here',
  toBoard: 'Open the board',
  noMatch: 'No task passes the filters',
  noMatchHint: 'Take one away to see more.',

  project: 'Project',
  portfolioHint:
    'Bars from the first planned day to the last; the tick is the end of the first baseline; arrows are links between projects.',
  noProjects: 'No projects yet',
  noProjectsHint: 'Projects with dates become bars here.',

  grid: 'Timeline: tasks and when they are worked on',
  columns: {
    task: 'Task',
    key: 'Key',
    start: 'Start',
    due: 'Finish',
    done: 'Done',
    float: 'Float',
    variance: 'Variance',
  },
  columnsMenu: 'Columns',
  viewMenu: 'Columns and export',
  filters: { mine: 'Mine', late: 'Late', open: 'Open' },
  criticalPath: 'Critical path',
  noBaseline: 'No baseline',
  baseline: (name: string, day: string) => `Baseline: ${name} ${day}`,
  baselineMenu: 'Baseline to compare with',
  takeBaseline: 'Take a baseline…',
  hideBaseline: 'None',
  baselineTitle: 'Take a baseline',
  baselineHint:
    'Keeps every date as it is now. A baseline is never changed or taken away: later plans are measured against it.',
  baselineName: 'Name',
  baselineNamePlaceholder: 'Approved',
  baselineNameBad: 'Give it a name of at most 100 characters.',
  baselineReason: 'Reason',
  baselineReasonBad: 'Say why, in at most 500 characters.',
  baselineTaken: (name: string) => `Baseline ${name} taken`,
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  close: 'Close',

  mode: 'When dates clash',
  modes: {
    off: 'Off',
    warn: 'Warn',
    push: 'Push',
    strict: 'Strict',
  },
  modeHints: {
    off: 'links are only drawn',
    warn: 'broken links are marked',
    push: 'followers move if they must',
    strict: 'followers at their earliest day',
  },
  modeIs: (mode: string) => `Scheduling: ${mode}`,
  modeChanged: (mode: string) => `Scheduling: ${mode}`,

  zoom: 'Zoom',
  zoomIn: 'Zoom in, +',
  zoomOut: 'Zoom out, −',
  levels: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' },
  today: 'Today',
  export: 'Export',
  exportAs: { svg: 'SVG drawing', png: 'PNG picture', pdf: 'PDF page' },
  exportFailed: 'The export did not work. Try a smaller part: fold rows or zoom out.',
  exported: (name: string) => `${name} saved`,
  exportedPart: (name: string, rows: number, all: number) =>
    `${name} saved with the first ${rows} of ${plural(all, 'row')}`,
  finish: 'Finish',
  against: (day: string) => `against ${day}`,

  fold: (name: string) => `Fold ${name}`,
  unfold: (name: string) => `Show what belongs to ${name}`,
  noDates: 'no dates',
  otherProject: 'other project',
  hiddenTask: 'A task of another project',
  freezeOf: (name: string) => `In ${name}`,
  pinned: 'Pinned',
  resize: (table: string) => `Width of ${table}`,
  table: 'the table',

  keys: 'Up and Down walk through the rows, Left and Right fold and show what belongs to a row. Shift with Left or Right moves the bar a working day, Alt with Left or Right its end, Escape leaves it where it was. Enter opens the task, L its links, plus and minus zoom.',
  keysReadOnly:
    'Up and Down walk through the rows, Left and Right fold and show what belongs to a row. Enter opens the task, L its links, plus and minus zoom.',
  lies: (name: string, range: string) => `${name}, ${range}. Let go to save, Escape to leave it.`,
  leftAlone: (name: string) => `${name} left where it was.`,
  moved: (range: string, others: number) =>
    others === 0
      ? `now ${range}`
      : `now ${range}, and ${plural(others, 'other task moves', 'other tasks move')} with it`,
  undone: 'The dates are back where they were.',
  tooMany: 'More than 200 tasks cannot be moved at once. Move a smaller part.',
  proposed: (name: string, moves: number, violations: number) =>
    `Moving ${name} changes ${plural(moves, 'task')}${violations > 0 ? ` and has ${plural(violations, 'conflict')}` : ''}. Save or cancel.`,

  proposal: (name: string, others: number) =>
    others === 0
      ? `Moving ${name} has a conflict`
      : `Moving ${name} moves ${plural(others, 'other task')}`,
  proposalLabel: 'What this move changes',
  finishMoves: (days: number) => `${formatSigned(days)} d`,
  projectEnd: 'Project end',
  unchanged: 'Project end unchanged',
  more: (count: number) => `and ${count} more`,
  days: (days: number) => `${formatSigned(days)} d`,

  linksTitle: (name: string) => `Links of ${name}`,
  linksBefore: 'Waits for',
  linksAfter: 'Waited for by',
  linksNone: 'Nothing yet.',
  linkAdd: 'Add',
  linkTask: 'Task',
  linkTaskPlaceholder: 'Key or words of its title',
  linkType: 'Kind of link',
  linkLag: 'Lag in working days',
  linkLagShort: 'Lag, days',
  linkTypes: {
    FS: 'Finish to start',
    SS: 'Start to start',
    FF: 'Finish to finish',
    SF: 'Start to finish',
  },
  linkRemove: (name: string) => `Remove the link to ${name}`,
  linked: (from: string, to: string, type: string) => `${to} now waits for ${from} (${type})`,
  linkGone: 'Link removed',
  violated: (days: number) => `broken by ${plural(days, 'working day')}`,

  legend: {
    task: 'Task, part done',
    critical: 'On the critical path',
    baseline: 'Baseline',
    achieved: 'Achieved',
    missed: 'Missed',
    atRisk: 'At risk',
    coming: 'Coming',
    violated: 'Broken link',
    variance: 'Variance in working days against the baseline',
  },
  milestoneWords: {
    achieved: 'achieved',
    missed: 'missed',
    at_risk: 'at risk',
    coming: 'coming',
  },
  lateBy: (days: string, late: boolean) =>
    `${days} ${late ? 'later' : 'earlier'} than the baseline`,
  doneBy: (percent: string) => `${percent} done`,
  missed: (day: string) => `Missed ${day}`,
}
