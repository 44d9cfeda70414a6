import { analysisRequests } from '@milepost/db-schemas/insights'
import { inArray } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { portfolioScope, projectScope } from '#analyses/scope.ts'
import { openDesk } from '#test/desk.ts'
import { evidenceOf, reportOf } from '#test/evidence.ts'
import { addProject } from '#test/harness.ts'
import { startWorker } from './start-worker.ts'

const { db, others, work, ask, readRequest, countInsights } = await openDesk()
others.state.utilization = reportOf()
const soon = { timeout: 20_000 }

const listPending = () =>
  db
    .select()
    .from(analysisRequests)
    .where(inArray(analysisRequests.status, ['queued', 'running']))

/** A gate that the other services' answer waits at. */
function gate() {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  others.state.beforeEvidence = () => {
    reach()
    return opened
  }
  return { reached, open }
}

test('a worker does what was there before it, then what comes, and finishes what it has begun', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const onStored = vi.fn()

  const worker = startWorker(work, { onStored })
  await vi.waitFor(async () => {
    expect(await countInsights(projectScope(id))).toBe(1)
    expect(await countInsights(portfolioScope([id]))).toBeGreaterThan(0)
    expect(await listPending()).toEqual([])
  }, soon)

  const { reached, open } = gate()
  const { id: analysisId } = await ask(projectScope(id))
  worker.wake()
  await reached
  const closed = worker.close()
  open()
  await closed

  expect(await readRequest(analysisId)).toMatchObject({ status: 'completed' })
  expect(onStored).toHaveBeenCalled()
})
