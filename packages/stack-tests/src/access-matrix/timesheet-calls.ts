import { v7 as uuidv7 } from 'uuid'
import type { Call } from './send.ts'
import { type Build, get, on, today } from './target.ts'
import type { World } from './world.ts'

async function addEntry(world: World): Promise<string> {
  const { task } = await world.addA1()
  const { id } = await world.make(
    'timesheet',
    {
      method: 'POST',
      path: '/timesheets/entries',
      body: { task_id: task.id, work_date: today(), minutes: 30 },
    },
    world.owner,
  )
  return id
}

/** A week long past that is each caller's own and each call's new: only a draft can be handed in. */
let weeksBack = 20
function nextWeek(): string {
  const monday = new Date(Date.now() - weeksBack++ * 7 * 86_400_000)
  const thursday = new Date(monday)
  thursday.setUTCDate(monday.getUTCDate() + 3 - ((monday.getUTCDay() + 6) % 7))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

export const timesheetCalls: Record<string, Build> = {
  T01: get('/timesheets/entries'),
  T02: async (world) => ({
    call: { method: 'GET', path: `/timesheets/entries?user_id=${world.owner.id}` },
    missing: { method: 'GET', path: `/timesheets/entries?user_id=${uuidv7()}` },
  }),
  T03: async (world) => {
    const { task } = await world.addA1()
    const call = (task_id: string): Call => ({
      method: 'POST',
      path: '/timesheets/entries',
      body: { task_id, work_date: today(), minutes: 30 },
    })
    return on(call, task.id)
  },
  T04: async (world) => {
    const { task } = await world.addA1()
    return {
      call: {
        method: 'POST',
        path: '/timesheets/entries',
        body: { task_id: task.id, work_date: today(), minutes: 30, user_id: uuidv7() },
      },
    }
  },
  T05: async (world) =>
    on(
      (id) => ({
        method: 'PATCH',
        path: `/timesheets/entries/${id}`,
        body: { minutes: 45, version: 1 },
      }),
      await addEntry(world),
    ),
  T06: get('/timesheets/weekly'),
  T07: async (world) => ({
    call: { method: 'GET', path: `/timesheets/weekly?user_id=${world.owner.id}` },
    missing: { method: 'GET', path: `/timesheets/weekly?user_id=${uuidv7()}` },
  }),
  T08: async () => ({
    call: { method: 'POST', path: '/timesheets/weekly/submit', body: { week: nextWeek() } },
  }),
  T14: get('/timesheets/reports/utilization'),
}
