import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineEvent } from './define-event.ts'

const thingMoved = defineEvent('thing.moved', z.object({ thing_id: z.uuid(), to: z.string() }))
const about = { thing_id: uuidv7(), correlation_id: 'req-12345678', actor_user_id: null }

test('an event is flat: what travels with every event, and its own fields beside it', () => {
  const now = new Date('2026-03-02T10:00:00Z')
  expect(thingMoved.create({ ...about, to: 'there' }, now)).toEqual({
    ...about,
    to: 'there',
    event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    event_type: 'thing.moved',
    timestamp: '2026-03-02T10:00:00.000Z',
    schema_version: 1,
  })
})

test('an event that breaks its contract is not made', () => {
  expect(() => thingMoved.create({ ...about, thing_id: 'x', to: 'there' })).toThrow()
})

test('a reader takes an event of a later version: fields it does not know are left out', () => {
  const later = {
    ...thingMoved.create({ ...about, to: 'there' }),
    colour: 'red',
    schema_version: 2,
  }
  expect(thingMoved.schema.parse(later)).not.toHaveProperty('colour')
})
