import type { MemberTime } from './queries.ts'

export interface TeamSum {
  team: { id: string; name: string }
  people: number
  /** Of the people whose capacity is known; the others would only raise the share. */
  minutes: number
  unapproved_minutes: number
  capacity_minutes: number
  people_without_capacity: number
  members: Member[]
}

type Member = MemberTime & { user_id: string; display_name: string }

/** Minutes worked as a share of those agreed, one decimal; null where nothing was agreed. */
export const utilization = (minutes: number, capacityMinutes: number | null): number | null =>
  capacityMinutes ? Math.round((minutes * 1000) / capacityMinutes) / 10 : null

const isMember = (row: MemberTime): row is Member =>
  row.user_id !== null && row.display_name !== null

/** Teams in the order their rows come. */
export function teamSums(rows: readonly MemberTime[]): TeamSum[] {
  return [...Map.groupBy(rows, ({ team_id }) => team_id)].map(([id, ofTeam]) => {
    const members = ofTeam.filter(isMember)
    const counted = members.filter(({ capacity_minutes }) => capacity_minutes !== null)
    const total = (of: (member: Member) => number | null) =>
      counted.reduce((sum, member) => sum + (of(member) ?? 0), 0)
    return {
      team: { id, name: ofTeam[0]?.team_name ?? '' },
      people: members.length,
      minutes: total(({ minutes }) => minutes),
      unapproved_minutes: total(({ unapproved_minutes }) => unapproved_minutes),
      capacity_minutes: total(({ capacity_minutes }) => capacity_minutes),
      people_without_capacity: members.length - counted.length,
      members,
    }
  })
}
