import type { Actor } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { canReceive } from './policy.ts'

const [teamA, teamB, projectA, projectB] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
const teams = new Map([
  [projectA, teamA],
  [projectB, teamB],
])
const teamOf = (id: string) => teams.get(id)
const as = (role: Actor['roles'][number], ...team_ids: string[]): Actor => ({
  id: uuidv7(),
  roles: [role],
  team_ids,
})

const onA = { channel: `project:${projectA}`, project_ids: [projectA] }
const onPortfolio = { channel: 'portfolio', project_ids: [projectA] }
const onBoth = { channel: 'portfolio', project_ids: [projectA, projectB] }
const onUnknown = { channel: 'portfolio', project_ids: [uuidv7()] }

test.each([
  ['an administrator in no team', as('admin'), [true, true, true, true]],
  ['an executive in no team', as('executive'), [true, true, true, true]],
  ['a manager of the team', as('project_manager', teamA), [true, true, false, false]],
  ['a manager of both teams', as('project_manager', teamA, teamB), [true, true, true, false]],
  ['a manager of another team', as('project_manager', teamB), [false, false, false, false]],
  ['a contributor of the team', as('contributor', teamA), [true, false, false, false]],
  ['a contributor of another team', as('contributor', teamB), [false, false, false, false]],
])(
  '%s has events of a project, of it in the portfolio, of two, of an unknown one: %j',
  (_, actor, may) => {
    const events = [onA, onPortfolio, onBoth, onUnknown]
    expect(events.map((delivery) => canReceive(actor, delivery, teamOf))).toEqual(may)
  },
)

test('what is for one person is for nobody else, an administrator included', () => {
  const person = as('contributor')
  const delivery = { channel: `user:${person.id}`, project_ids: [] }
  expect(canReceive(person, delivery, teamOf)).toBe(true)
  expect(canReceive(as('admin'), delivery, teamOf)).toBe(false)
})
