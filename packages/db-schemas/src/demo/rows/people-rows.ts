import type { skills as skillTable, userSkills } from '#auth.ts'
import { type PersonKey, people, personKeys, type TeamKey, teams } from '#demo/content/people.ts'
import { skills } from '#demo/content/skills.ts'
import { addDays, instant, mondayOf } from './calendar.ts'
import { demoId } from './demo-id.ts'

/** argon2id of `milepost-demo-only` (19 MiB, t = 2, p = 1), made once: a new salt would change every load. */
const demoPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$bWlsZXBvc3QgZGVtbyAwMQ$s6PnS9lAPCbG3KfHbXGi7+UgclKbBZpp+TOfpUTzqjk'

export interface PeopleIds {
  user: Record<PersonKey, string>
  team: Record<TeamKey, string>
}

/** Everybody was here for half a year before the loading day. */
const hiredOn = (today: string) => addDays(mondayOf(today), -182)

export function peopleRows(today: string) {
  const created_at = instant(hiredOn(today), 8)
  const row = (name: string) => ({
    id: demoId(name, created_at),
    created_at,
    updated_at: created_at,
  })
  const teamKeys = Object.keys(teams) as TeamKey[]
  const ids: PeopleIds = {
    user: mapKeys(personKeys, (key) => row(`user ${key}`).id),
    team: mapKeys(teamKeys, (key) => row(`team ${key}`).id),
  }
  const skillRows: (typeof skillTable.$inferInsert)[] = Object.entries(skills).flatMap(
    ([category, names]) => names.map((name) => ({ ...row(`skill ${name}`), name, category })),
  )

  return {
    ids,
    users: personKeys.map((key) => ({
      ...row(`user ${key}`),
      email: `${people[key].login}@milepost.example`,
      display_name: people[key].name,
      password_hash: demoPasswordHash,
    })),
    /** By the role's name: the migrations made the roles, so their ids are looked up. */
    roles: personKeys.map((key) => ({
      ...row(`role of ${key}`),
      user_id: ids.user[key],
      role: people[key].role,
    })),
    teams: teamKeys.map((key) => ({ ...row(`team ${key}`), ...teams[key] })),
    memberships: personKeys.flatMap((key) => {
      const { team, isLead = false } = people[key]
      if (team === undefined) return []
      return [
        {
          ...row(`membership ${key}`),
          team_id: ids.team[team],
          user_id: ids.user[key],
          is_lead: isLead,
        },
      ]
    }),
    skills: skillRows,
    userSkills: personKeys.flatMap((key) =>
      Object.entries(people[key].skills ?? {}).map(
        ([skill, [level, weeksAgo]]): typeof userSkills.$inferInsert => ({
          ...row(`skill ${skill} of ${key}`),
          user_id: ids.user[key],
          skill_id: row(`skill ${skill}`).id,
          level,
          last_used_on: addDays(mondayOf(today), -7 * weeksAgo - 3),
        }),
      ),
    ),
    capacities: personKeys.flatMap((key) => {
      const { weeklyMinutes } = people[key]
      if (weeklyMinutes === undefined) return []
      return [
        {
          ...row(`capacity ${key}`),
          user_id: ids.user[key],
          weekly_minutes: weeklyMinutes,
          valid_from: hiredOn(today),
        },
      ]
    }),
  }
}

function mapKeys<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
