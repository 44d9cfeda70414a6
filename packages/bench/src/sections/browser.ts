import { openBrowser } from '#browser/open.ts'
import { visit } from '#browser/visit.ts'
import type { Lab } from '#lab.ts'
import { interleave } from '#measure/interleave.ts'
import type { Stats } from '#measure/stats.ts'
import type { Row, Table } from '#report/table.ts'

const firstCardAims = new Map([
  [200, 500],
  [2_000, 600],
  [10_000, 900],
])

const about = (
  version: string,
) => `Chromium ${version} without a window, 1440 × 900, a new profile each time, as the manager of the project.
**First card**: from the start of the navigation, on the board's own address, until a card is painted; the session
is renewed and everything is fetched on the way. **JavaScript**: of everything the page has loaded 1.5 s later,
as served, and as gzip would make it. **Long tasks**: those of more than 50 ms that begin after the first card, and
the longest of the whole visit. **Scrolling**: 2 s by script, 60 pixels per frame. **Dragging**: a card is carried by
the mouse across all columns and back, 120 steps, and put back with Escape; the longest frame is held against the
aim. The floor is a page of our own, one hundred lines without a library, that keeps only the cards near the
window in the page, over the same rows.`

/** A board as a browser shows it. */
export async function measureBrowser(lab: Lab): Promise<Table> {
  const { gatewayUrl, people, boards, floor, turns } = lab
  const browser = await openBrowser()
  try {
    const rows: Row[] = []
    for (const { projectId, taskCount } of boards) {
      const found = await interleave(turns, {
        floor: () => visit(browser, { url: `${floor.url}/page/${projectId}` }),
        ours: () =>
          visit(browser, {
            url: `${gatewayUrl}/projects/${projectId}/board`,
            prepare: async ({ request }) => {
              const answer = await request.post(`${gatewayUrl}/api/v1/auth/login`, {
                data: people.manager,
              })
              if (!answer.ok()) throw new Error(`Signing in was answered ${answer.status()}.`)
            },
          }),
      })
      rows.push(...rowsOf(taskCount, found))
    }
    return { title: 'In the browser', about: about(browser.version()), rows }
  } finally {
    await browser.close()
  }
}

function rowsOf(taskCount: number, found: { floor: Stats; ours: Stats }): Row[] {
  const of = `${taskCount.toLocaleString('en')} tasks`
  const firstCard = firstCardAims.get(taskCount)
  const isLargest = taskCount === 10_000
  const frames = { unit: 'frames/s', show: ['scroll_per_second'], moreIsBetter: true } as const
  return [
    {
      ...{ what: `${of}: first card`, unit: 'ms', show: ['first_card'], ...found },
      ...(firstCard !== undefined && { aim: { first_card: firstCard } }),
    },
    {
      ...{ what: `${of}: JavaScript as served / as gzip`, unit: 'kB', show: ['served', 'gzip'] },
      ...{ ...found, aim: { gzip: 130 } },
    },
    {
      ...{ what: `${of}: long tasks after it (how many) / longest of all`, unit: 'ms' },
      ...{ show: ['long_tasks', 'longest_task'], ...found },
    },
    {
      ...{ what: `${of}: scrolling`, ...frames, ...found },
      ...(isLargest && { aim: { scroll_per_second: 55 } }),
    },
    {
      ...{ what: `${of}: frames while dragging, p50 / p95 / longest`, unit: 'ms', ...found },
      ...{ show: ['drag_p50', 'drag_p95', 'drag_max'] },
      ...(isLargest && { aim: { drag_max: 50 } }),
    },
  ]
}
