import type { PlannedProject } from '#demo/content/plan.ts'
import { endOfSupport } from './end-of-support.ts'
import { hardening } from './hardening.ts'
import { patching } from './patching.ts'
import { scanning } from './scanning.ts'

export const vulnerabilitiesRemediation: PlannedProject = {
  key: 'VUL',
  name: 'Vulnerabilities Remediation',
  about:
    'Findings of the yearly audit: no critical vulnerability older than seven days, none of severity high older than thirty, nothing left without vendor support.',
  team: 'cloud',
  manager: 'jonas',
  category: 'Security',
  start: '-15 Mon',
  finish: '7 Fri',
  declared: 'green',
  note: 'On plan. The SAP window is the only item that waits for others.',
  computed: [{ health: 'green', days: 84, rules: [] }],
  milestones: [
    {
      name: 'Every finding has an owner',
      about: 'Systems without an owner are switched off after two weeks.',
      due: '-9 Fri',
      achieved: '-9 Fri',
    },
    {
      name: 'Findings halved',
      about: 'Fewer than 660 of severity high or critical.',
      due: '-4 Fri',
      achieved: '-4 Wed',
    },
    {
      name: 'CIS level 1 on all servers',
      about: 'Or a written exception.',
      due: '5 Fri',
    },
    {
      name: 'Last unsupported server gone',
      about: 'Replaced, isolated with an end date, or switched off.',
      due: '6 Fri',
    },
    {
      name: 'No critical finding older than 30 days',
      about: 'Two weekly scans in a row.',
      due: '7 Fri',
    },
  ],
  counted: {
    noun: 'critical vulnerabilities',
    total: 634,
    resolved: 412,
    foundLater: 58,
    findings: [
      'Kernel without the security updates of the quarter',
      'Java runtime out of vendor support',
      'TLS 1.0 offered',
      'SMB signing not required',
      'Default SNMP community',
      'SSH offers weak key exchange',
      'Database patch level two quarters behind',
      'Local administrator shared between hosts',
      'Web server module with a known overflow',
      'Hypervisor tools out of date',
    ],
    hosts: ['app-fra', 'app-dub', 'db-fra', 'web-fra', 'sap-fra', 'vdi-dub', 'edge-dub'],
  },
  tasks: [patching, endOfSupport, hardening, scanning],
}
