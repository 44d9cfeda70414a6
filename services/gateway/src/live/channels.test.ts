import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { deliveriesOf } from './channels.ts'
import type { LiveEvent } from './live-event.ts'

const [project_id, other, user_id, previous] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
const event = (event_type: string, fields: Partial<LiveEvent> = {}): LiveEvent => ({
  event_id: uuidv7(),
  event_type,
  timestamp: '2026-11-20T09:00:00.000Z',
  ...fields,
})
const channelsOf = (type: string, fields: Partial<LiveEvent> = {}) =>
  deliveriesOf(event(type, { project_id, user_id, ...fields })).map(({ channel }) => channel)

const project = `project:${project_id}`
const user = `user:${user_id}`

test.each([
  ['project.created', [project, 'portfolio']],
  ['project.updated', [project, 'portfolio']],
  ['project.deleted', [project, 'portfolio']],
  ['project.milestone', [project, 'portfolio']],
  ['board.changed', [project]],
  ['task.created', [project, 'portfolio']],
  ['task.deleted', [project, 'portfolio']],
  ['task.status_changed', [project, 'portfolio']],
  ['task.updated', [project]],
  ['task.moved', [project]],
  ['task.completed', [project]],
  ['comment.created', [project]],
  ['comment.updated', [project]],
  ['attachment.added', [project]],
  ['attachment.removed', [project]],
  ['timesheet.submitted', [user]],
  ['timesheet.approved', [user]],
  ['notification.added', [user]],
  ['user.updated', [user]],
  ['user.access_changed', [user]],
  ['team.membership_changed', [user]],
  ['user.created', []],
  ['ai.analysis.requested', []],
  ['something.nobody.defined', []],
])('%s goes to %j', (type, channels) => expect(channelsOf(type)).toEqual(channels))

test('an edit that changes the progress of the project is told to the portfolio as well', () => {
  expect(channelsOf('task.updated', { changed_fields: ['title'] })).toEqual([project])
  expect(channelsOf('task.updated', { changed_fields: ['title', 'estimate_minutes'] })).toEqual([
    project,
    'portfolio',
  ])
})

test('an assignment is told to the project and to the two people it is about', () => {
  const fields = { assignee_id: user_id, previous_assignee_id: previous }
  expect(channelsOf('user.assigned', fields)).toEqual([project, user, `user:${previous}`])
  expect(channelsOf('user.assigned', { assignee_id: user_id, previous_assignee_id: null })).toEqual(
    [project, user],
  )
})

describe('insight.generated', () => {
  test('about a project, it is for those who see everything it was made from', () => {
    expect(
      deliveriesOf(event('insight.generated', { project_id, scope_project_ids: [other] })),
    ).toEqual([
      { channel: project, project_ids: [other, project_id] },
      { channel: 'portfolio', project_ids: [other, project_id] },
    ])
  })

  test('about the portfolio, it is for those who see every project in it', () => {
    const fields = { project_id: null, scope_project_ids: [project_id, other] }
    expect(deliveriesOf(event('insight.generated', fields))).toEqual([
      { channel: 'portfolio', project_ids: [project_id, other] },
    ])
  })
})
