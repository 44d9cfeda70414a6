import { backupReplacement } from './built-in/backup-replacement.ts'
import { certificateRotation } from './built-in/certificate-rotation.ts'
import { firewallSwap } from './built-in/firewall-swap.ts'
import { patchCycle } from './built-in/patch-cycle.ts'
import { serverMigration } from './built-in/server-migration.ts'
import type { TemplateRow } from './template-row.ts'

/** What comes with Milepost: for everybody who starts projects, and nobody's to change. */
export const builtInTemplates: readonly TemplateRow[] = [
  ...[serverMigration, firewallSwap, patchCycle, certificateRotation, backupReplacement],
].map((template) => ({ ...template, team_id: null, version: 1, built_in: true }))
