import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import { load, longWarmUp } from '#measure/load.ts'
import type { Table } from '#report/table.ts'
import { signIn } from '#sign-in.ts'

const about = `\`POST /api/v1/projects/{id}/tasks\` with a title, a due date, an assignee and a label, on the board of 200,
with one client. The floor inserts one row with its activity and its outbox row.`

/** A task added by one client. */
export async function measureCreate(lab: Lab): Promise<Table> {
  const { gatewayUrl, people, boards, floor, turns } = lab
  const { seconds } = lab.options
  const project_id = boards[0]?.projectId ?? ''
  const headers = await signIn(gatewayUrl, people.manager)
  const path = `/api/v1/projects/${project_id}/tasks`
  const one = { ...longWarmUp, clients: 1, seconds, countMax: 300 }

  const found = await interleave(turns, {
    floor: () =>
      load({
        ...{ ...one, base: floor.url },
        next: (turn) => ({
          ...{ method: 'POST', path: '/tasks' },
          body: { project_id, title: 'Replace the line card in row C', rank: `b${turn}` },
        }),
      }),
    ours: () =>
      load({
        ...{ ...one, base: gatewayUrl },
        next: (turn) => ({
          ...{ method: 'POST', path, headers, expect: 201 },
          body: {
            title: `Replace line card ${turn} in row C`,
            due_date: '2030-01-15',
            assignee_id: people.contributorIds[turn % people.contributorIds.length],
            labels: ['network'],
          },
        }),
      }),
  })
  const rows = [{ what: 'create', unit: 'ms', show: ['p50', 'p99'], ...found }] as const
  return { title: 'Creating a task', about, rows }
}
