import { z } from 'zod'
import { dateSchema, namedRefSchema, pageOf, personRefSchema, timezoneSchema } from './common.ts'
import { roleSchema } from './roles.ts'

export const userParamsSchema = z.object({ user_id: z.uuid() })
export const teamParamsSchema = z.object({ team_id: z.uuid() })

export const userSkillSchema = z.object({
  skill_id: z.uuid(),
  name: z.string(),
  /** 1–5. */
  level: z.int().min(1).max(5),
  last_used_on: dateSchema.nullable(),
})

/** What everybody who may see a person at all may see. */
export const userSummarySchema = z.object({
  id: z.uuid(),
  display_name: z.string(),
  email: z.string(),
  skills: z.array(userSkillSchema),
})

/** Administrators, and everybody of themselves, see the rest as well. */
export const userSchema = userSummarySchema.extend({
  is_active: z.boolean().optional(),
  timezone: z.string().optional(),
  roles: z.array(roleSchema).optional(),
  teams: z.array(namedRefSchema.extend({ is_lead: z.boolean() })).optional(),
  version: z.int().optional(),
})
export type UserView = z.infer<typeof userSchema>
export const userPageSchema = pageOf(userSchema)

export const createUserSchema = z.strictObject({
  email: z.email().max(254),
  display_name: z.string().trim().min(1).max(120),
  password: z.string().min(15).max(128),
  roles: z.array(roleSchema).min(1).max(4),
  team_ids: z.array(z.uuid()).max(50).default([]),
  timezone: timezoneSchema.optional(),
})
export type CreateUser = z.infer<typeof createUserSchema>

export const teamSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string().optional(),
  member_count: z.int().optional(),
  members: z.array(personRefSchema.extend({ is_lead: z.boolean() })).optional(),
  version: z.int().optional(),
})
export type TeamView = z.infer<typeof teamSchema>
export const teamPageSchema = pageOf(teamSchema)

export const createTeamSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000).default(''),
})
export type CreateTeam = z.infer<typeof createTeamSchema>

export const addMemberSchema = z.strictObject({
  user_id: z.uuid(),
  is_lead: z.boolean().default(false),
})
export type AddMember = z.infer<typeof addMemberSchema>

export const skillSchema = z.object({ id: z.uuid(), name: z.string(), category: z.string() })
export const skillListSchema = z.object({ items: z.array(skillSchema) })
export type SkillView = z.infer<typeof skillSchema>
