import type { PlannedProject } from '#demo/content/plan.ts'
import { edgeRollout } from './edge-rollout.ts'
import { gatewayHardening } from './gateway-hardening.ts'
import { operation } from './operation.ts'

export const wafApiSecurity: PlannedProject = {
  key: 'WAF',
  name: 'WAF/API Security',
  about:
    'All public websites and APIs behind a web application firewall in blocking mode, and an API gateway that refuses what no schema describes.',
  team: 'network',
  manager: 'priya',
  category: 'Security',
  start: '-20 Mon',
  finish: '4 Fri',
  declared: 'green',
  note: 'Portal enforcement moves by two weeks, the end date holds.',
  computed: [
    { health: 'green', days: 84, rules: [] },
    { health: 'amber', days: 8, rules: ['schedule_slippage'] },
  ],
  wipLimits: { in_progress: 9, in_review: 3 },
  milestones: [
    {
      name: 'WAF pairs running in both data centres',
      about: 'Transparent mode, no traffic blocked.',
      due: '-11 Mon',
      achieved: '-11 Wed',
    },
    {
      name: 'Endpoint inventory signed off',
      about: 'Every public route has an owner who signed for it.',
      due: '-8 Fri',
      achieved: '-8 Fri',
    },
    {
      name: 'HSM path approved by change board',
      about: 'Without it no partner certificate can be checked in hardware.',
      due: '-1 Tue',
      missed: true,
    },
    {
      name: 'Edge enforcement live',
      about: 'Customer portal in blocking mode, rollback rehearsed.',
      due: '4 Fri',
      original: '2 Fri',
    },
    {
      name: 'Schema validation on every public route',
      about: 'Requests that no schema describes are refused.',
      due: '3 Fri',
    },
    {
      name: 'Partner cut-over to mTLS, wave 1',
      about: 'Four partners without a shared key.',
      due: '5 Fri',
      original: '4 Fri',
    },
  ],
  tasks: [edgeRollout, gatewayHardening, operation],
}
