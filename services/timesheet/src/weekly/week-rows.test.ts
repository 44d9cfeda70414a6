import { expect, test } from 'vitest'
import { type RowEntry, type RowTask, type Subject, weekRows } from './week-rows.ts'

const monday = '2026-11-16'
const inProject = (name: string) => ({ id: `project ${name}`, name })
const task = (number: number, project = inProject('WAF'), status = 'todo'): { task: RowTask } => ({
  task: { id: `task ${number}`, key: `T-${number}`, number, title: 'Title', status, project },
})
const entry = (subject: Subject, minutes = 30): RowEntry => ({
  ...{ id: 'entry', work_date: monday, minutes, note: '', version: 1, subject },
})
const read = (entries: RowEntry[], offered: Subject[] = []) =>
  weekRows({ monday, entries, offered, unseen: 'the rest' }).map(
    (row) => row.task?.key ?? row.activity,
  )

test('lines stand by project and number, then activities by name, then the rest', () => {
  const lines = read(
    [
      entry(null),
      entry({ activity: 'On-call' }),
      entry(task(7)),
      entry({ activity: 'Meeting' }),
      entry(task(12)),
      entry(task(3, inProject('Zones'))),
    ],
    [task(9)],
  )
  expect(lines).toEqual(['T-7', 'T-9', 'T-12', 'T-3', 'Meeting', 'On-call', 'the rest'])
})

test('a line stays where it is when time comes in', () => {
  const offered = [task(1), task(2), task(3)]
  expect(read([entry(task(3))], offered)).toEqual(read([], offered))
})

test('all work that the reader may not know of is one line', () => {
  const [rest] = weekRows({
    monday,
    entries: [entry(null, 30), entry(null, 20)],
    offered: [],
    unseen: 'the rest',
  })
  expect(rest).toMatchObject({ task: null, project: null, total_minutes: 50 })
})
