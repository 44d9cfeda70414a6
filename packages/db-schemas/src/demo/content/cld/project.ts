import type { PlannedProject } from '#demo/content/plan.ts'
import { assessment } from './assessment.ts'
import { businessCase } from './business-case.ts'
import { landingZone } from './landing-zone.ts'
import { migrationWaves } from './migration-waves.ts'

export const cloudMigrationPlanning: PlannedProject = {
  key: 'CLD',
  name: 'Cloud Migration Planning',
  about:
    'A decision for each of 86 applications, a landing zone that passed review, a business case the board can decide on, and a first wave ready to move.',
  team: 'cloud',
  manager: 'ana',
  category: 'Migration',
  start: '-17 Mon',
  finish: '7 Fri',
  declared: 'green',
  note: 'Second circuit is lit. Signatures from Sales are the next thing to chase.',
  computed: [{ health: 'green', days: 84, rules: [] }],
  milestones: [
    {
      name: 'Landing zone in code',
      about: 'Created from nothing in under an hour.',
      due: '-10 Fri',
      achieved: '-10 Thu',
    },
    {
      name: 'Pilot moved',
      about: 'Test ticket system in the cloud and back again.',
      due: '-2 Thu',
      achieved: '-2 Thu',
    },
    {
      name: 'Dispositions signed',
      about: 'All 86 owners.',
      due: '2 Fri',
    },
    {
      name: 'Landing zone accepted',
      about: 'Outside review without open findings, both circuits in service.',
      due: '3 Fri',
    },
    {
      name: 'Board decision',
      about: 'Business case, contract and exit plan.',
      due: '5 Wed',
    },
    {
      name: 'Wave 1 ready to start',
      about: 'Plan approved, people trained, two applications rehearsed.',
      due: '7 Fri',
    },
  ],
  tasks: [assessment, landingZone, businessCase, migrationWaves],
}
