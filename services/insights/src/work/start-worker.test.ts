import { expect, test, vi } from 'vitest'
import { projectScope } from '#analyses/scope.ts'
import { openDesk } from '#test/desk.ts'
import { evidenceOf } from '#test/evidence.ts'
import { addProject } from '#test/harness.ts'
import { startWorker } from './start-worker.ts'

const { db, others, work, ask, readRequest, countInsights } = await openDesk()

test('a worker does what was there before it, then what comes, and finishes what it has begun', async () => {
  const id = await addProject(db)
  others.tell(evidenceOf(), id)
  const onStored = vi.fn()

  const worker = startWorker(work, { onStored })
  await vi.waitFor(async () => expect(await countInsights(projectScope(id))).toBe(1), 10_000)

  let reached = () => {}
  const begun = new Promise<void>((resolve) => {
    reached = resolve
  })
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  others.state.beforeEvidence = () => {
    reached()
    return held
  }
  const { id: analysisId } = await ask(projectScope(id))
  worker.wake()
  await begun
  const closed = worker.close()
  goOn()
  await closed

  expect(await readRequest(analysisId)).toMatchObject({ status: 'completed' })
  expect(onStored).toHaveBeenCalled()
})
