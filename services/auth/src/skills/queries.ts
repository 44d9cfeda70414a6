import { skills } from '@milepost/db-schemas/auth'
import type { Db } from '@milepost/db-schemas/database'
import { asc } from 'drizzle-orm'

/** A catalogue that people choose from, not a list that grows with use. */
const skillsMax = 1000

export async function listSkills(db: Db) {
  const { id, name, category } = skills
  return db
    .select({ id, name, category })
    .from(skills)
    .orderBy(asc(category), asc(name))
    .limit(skillsMax)
}
