import { processedEvents } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { defineEvent } from '@milepost/shared-events/define-event'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { on } from './reaction.ts'

const db = await openTestDatabase()

test('an event that breaks its contract rejects, and is not noted as applied', async () => {
  const reaction = on(defineEvent('thing.happened', z.object({ number: z.int() })), async () => {})

  const applying = reaction.apply(db, processedEvents, { event_type: 'thing.happened' })

  await expect(applying).rejects.toThrow()
  expect(await db.select().from(processedEvents)).toEqual([])
})
