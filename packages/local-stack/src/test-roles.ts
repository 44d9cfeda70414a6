import { createHash } from 'node:crypto'
import type { RoleName } from './processes.ts'

/** Roles belong to the cluster, so two test runs on one cluster must agree on their passwords. */
export const testPassword = (role: RoleName): string =>
  createHash('sha256').update(`milepost tests, ${role}`).digest('hex')

/** The migration job's variables, for a database of the tests. */
export const testRolePasswords = {
  AUTH_DB_PASSWORD: testPassword('auth_service'),
  PROJECT_DB_PASSWORD: testPassword('project_service'),
  INSIGHTS_DB_PASSWORD: testPassword('insights_service'),
  TIMESHEET_DB_PASSWORD: testPassword('timesheet_service'),
}
