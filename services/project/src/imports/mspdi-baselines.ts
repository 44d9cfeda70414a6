import type { DraftBaseline } from '#drafts/draft.ts'
import type { MspdiNode } from './mspdi-node.ts'
import { dateIn, durationMinutes } from './mspdi-values.ts'
import { listIn, textIn } from './read-xml.ts'

/** The baselines that tasks of the file have, by number; number 0 is what Project measures against. */
export function readMspdiBaselines(nodes: readonly MspdiNode[], fileName: string): DraftBaseline[] {
  const itemsOf = new Map<number, DraftBaseline['items']>()
  for (const { xml, uid, isMilestone } of nodes) {
    for (const baseline of listIn(xml, 'Baseline')) {
      const finish_date = dateIn(textIn(baseline, 'Finish'))
      const number = Number(textIn(baseline, 'Number'))
      if (finish_date === undefined || !Number.isInteger(number)) continue
      const items = itemsOf.get(number) ?? []
      items.push({
        task_ref: isMilestone ? null : uid,
        milestone_ref: isMilestone ? uid : null,
        start_date: isMilestone ? null : (dateIn(textIn(baseline, 'Start')) ?? null),
        finish_date,
        estimate_minutes: durationMinutes(textIn(baseline, 'Work')) || null,
      })
      itemsOf.set(number, items)
    }
  }
  return [...itemsOf]
    .sort(([one], [other]) => one - other)
    .map(([number, items]) => ({
      name: `Baseline ${number} of ${fileName}`.slice(0, 200),
      reason: 'Came with the imported file.',
      start_date: items.map((item) => item.start_date ?? item.finish_date).toSorted()[0] ?? '',
      finish_date:
        items
          .map((item) => item.finish_date)
          .toSorted()
          .at(-1) ?? '',
      items,
    }))
}
