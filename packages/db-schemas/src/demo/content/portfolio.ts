import { cloudMigrationPlanning } from './cld/project.ts'
import { emailGatewayConsolidation } from './completed/email-gateway.ts'
import { sanSwitchRefresh } from './completed/san-switch-refresh.ts'
import { infrastructureProgramme } from './inf/project.ts'
import type { PlannedProject } from './plan.ts'
import { tapeLibraryReplacement } from './tlb/project.ts'
import { vulnerabilitiesRemediation } from './vul/project.ts'
import { wafApiSecurity } from './waf/project.ts'

export const portfolio: readonly PlannedProject[] = [
  vulnerabilitiesRemediation,
  cloudMigrationPlanning,
  wafApiSecurity,
  tapeLibraryReplacement,
  infrastructureProgramme,
  sanSwitchRefresh,
  emailGatewayConsolidation,
]

/** What the portfolio groups projects by. */
export const categories: Readonly<Record<string, string>> = {
  Security: 'Closing gaps before somebody uses them.',
  Migration: 'Moving services to another platform.',
  'Infrastructure refresh': 'Replacing hardware before its support ends.',
  Programme: 'Several renewals under one budget.',
}
