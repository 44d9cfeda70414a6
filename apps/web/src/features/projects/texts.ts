import { plural } from '#shared/format/numbers.ts'

export const texts = {
  title: 'New project',
  name: 'Name',
  nameBad: 'Give it a name of at most 200 characters.',
  key: 'Key',
  keyHint: 'Stands before the number of every task, as in WAF-131.',
  keyBad: 'Two to ten capitals and digits, a capital first.',
  team: 'Owning team',
  teamHint: 'Its members see the project.',
  teamBad: 'Choose the team that owns it.',
  teamChoose: 'Choose a team',
  teamsFailed: 'The teams did not load.',
  template: 'Begin with',
  templateNone: 'An empty board',
  templateHint: 'A template brings tasks, links and milestones, on working days from the start.',
  templateSize: (tasks: number, milestones: number, days: number) =>
    `${plural(tasks, 'task')} and ${plural(milestones, 'milestone')} over ${plural(days, 'working day')}, counted from the start.`,
  start: 'Start',
  finish: 'Planned finish',
  finishBad: 'The finish lies before the start.',
  create: 'Create project',
  creating: 'Creating…',
  cancel: 'Cancel',
}
