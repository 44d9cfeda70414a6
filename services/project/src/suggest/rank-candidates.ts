import type { AssigneeSuggestion, TaskSkill } from '@milepost/api-contracts/list'
import { addDays } from '#calendar-day.ts'
import type { Candidate } from './queries.ts'

export interface Window {
  from: string
  to: string
}

interface Need {
  window: Window
  skills: readonly TaskSkill[]
  /** What is left to do of the task; null without an estimate. */
  minutes: number | null
}

/**
 * Orders people by how well they suit: half of the score is the average share of each needed level that a
 * person has, half the share of the needed time that they have free in the window. Where a half is not
 * known, the other is the whole; where neither is, the score is 0 and the names decide.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  { window, skills, minutes }: Need,
): AssigneeSuggestion[] {
  return candidates
    .map((candidate) => suggestionOf(candidate, { window, skills, minutes }))
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        (other.free_minutes ?? 0) - (one.free_minutes ?? 0) ||
        compareText(one.person.display_name, other.person.display_name),
    )
}

const compareText = (one: string, other: string) => (one < other ? -1 : Number(one > other))

function suggestionOf(candidate: Candidate, { window, skills, minutes }: Need): AssigneeSuggestion {
  const { id, display_name, levels, weekly_minutes, absent_minutes, open_tasks } = candidate
  const capacity =
    weekly_minutes === null ? null : Math.round((weekly_minutes / 5) * countWeekdays(window))
  const committed = committedMinutes(candidate, window)
  const free = capacity === null ? null : Math.max(0, capacity - absent_minutes - committed)
  const known = [skillShare(skills, levels), timeShare({ free, capacity, needed: minutes })].filter(
    (share) => share !== null,
  )
  const score = known.reduce((sum, share) => sum + share, 0) / Math.max(1, known.length)
  return {
    person: { id, display_name },
    score: Math.round(100 * score),
    skills: skills.map(({ skill_id, name, level }) => ({
      name,
      needed_level: level,
      level: levels[skill_id] ?? null,
    })),
    capacity_minutes: capacity,
    absent_minutes,
    committed_minutes: committed,
    free_minutes: free,
    open_tasks,
  }
}

/** 0–1; null when the task needs none. */
function skillShare(skills: readonly TaskSkill[], levels: Candidate['levels']): number | null {
  if (skills.length === 0) return null
  const shares = skills.map(({ skill_id, level }) => Math.min(1, (levels[skill_id] ?? 0) / level))
  return shares.reduce((sum, share) => sum + share, 0) / skills.length
}

interface Time {
  free: number | null
  capacity: number | null
  needed: number | null
}

/** 0–1 of the needed time, or of all the time where the need is not known; null without a capacity. */
function timeShare({ free, capacity, needed }: Time): number | null {
  if (free === null || capacity === null) return null
  const wanted = needed !== null && needed > 0 ? needed : capacity
  return wanted === 0 ? 0 : Math.min(1, free / wanted)
}

/** What is left of each task, by the share of its days that lie in the window; what is late is due now. */
function committedMinutes({ commitments }: Candidate, window: Window): number {
  const minutes = commitments.map(({ start_date, due_date, left_minutes }) => {
    if (due_date < window.from) return left_minutes
    const task = { from: start_date ?? due_date, to: due_date }
    const all = countWeekdays(task)
    const inside = countWeekdays({
      from: task.from < window.from ? window.from : task.from,
      to: task.to > window.to ? window.to : task.to,
    })
    return all === 0 ? left_minutes : (left_minutes * inside) / all
  })
  return Math.round(minutes.reduce((sum, one) => sum + one, 0))
}

/** Monday to Friday, both ends included; 0 when the end is before the beginning. */
export function countWeekdays({ from, to }: Window): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (days <= 0) return 0
  const weeks = Math.floor(days / 7)
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(from, weeks * 7 + index))
  return weeks * 5 + rest.filter((day) => ![0, 6].includes(new Date(day).getUTCDay())).length
}

/** Without dates, two weeks from today. A past beginning is today: what was before is gone. */
export function windowOf(
  { start_date, due_date }: { start_date: string | null; due_date: string | null },
  today: string,
): Window & { planned: boolean } {
  const start = start_date ?? due_date
  if (start === null || (due_date !== null && due_date < today)) {
    return { from: today, to: addDays(today, 13), planned: false }
  }
  const from = start < today ? today : start
  return { from, to: due_date ?? addDays(from, 13), planned: due_date !== null }
}
