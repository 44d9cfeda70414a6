import type { PlannedProject } from '#demo/content/plan.ts'
import { addDays, instant, isWorkingDay, lastWorkingDay, slotDate, workingDay } from './calendar.ts'
import { demoId, pick } from './demo-id.ts'

/** One row for everything the project counts, some of it found on the way, each settled on a working day. */
export function assetRows(
  plan: PlannedProject,
  { today, project_id }: { today: string; project_id: string },
) {
  const { counted } = plan
  if (counted === undefined) return []
  const start = slotDate(today, plan.start)
  const end = lastWorkingDay(today)
  const days = workingDaysFrom(start, end)

  return Array.from({ length: counted.total }, (_, place) => {
    const name = `asset ${plan.key} ${place}`
    const finding = counted.findings[pick(`${name} finding`, counted.findings.length)] ?? ''
    const host = counted.hosts[pick(`${name} host`, counted.hosts.length)] ?? ''
    const found =
      place < counted.total - counted.foundLater ? 0 : pick(`${name} found`, days.length)
    const created_at = instant(days[found] ?? start, 6, 30)
    // Settled ever faster: patching in waves began slowly.
    const share = Math.sqrt((place + 1) / counted.resolved)
    const settled = days[Math.max(found, Math.floor(share * (days.length - 1)))]
    const resolved_on = place < counted.resolved ? (settled ?? end) : null
    return {
      id: demoId(name, created_at),
      created_at,
      updated_at: resolved_on === null ? created_at : instant(resolved_on, 16),
      project_id,
      reference: `${host}-${String(1 + (place % 40)).padStart(2, '0')} F${String(place + 1).padStart(4, '0')}`,
      description: finding,
      resolved_on,
    }
  })
}

function workingDaysFrom(first: string, last: string): string[] {
  const days = []
  const start = isWorkingDay(first) ? first : workingDay(first, 1)
  for (let day = start; day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}
