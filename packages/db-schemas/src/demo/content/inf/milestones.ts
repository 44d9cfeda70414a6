import type { PlannedMilestone } from '#demo/content/plan.ts'

export const programmeMilestones: readonly PlannedMilestone[] = [
  {
    name: 'NLB Replacement',
    about: 'Network load balancers of both data centres on the new platform.',
    due: '-9 Fri',
    achieved: '-9 Fri',
  },
  {
    name: 'Exchange Node Addition',
    about: 'Fourth mailbox node in service, databases redistributed.',
    due: '-6 Mon',
    achieved: '-6 Fri',
  },
  {
    name: 'Oracle 19c Migration',
    about: 'All eleven databases on 19c, 12c homes removed.',
    due: '-2 Fri',
    achieved: '-2 Fri',
  },
  {
    name: 'PAM Re-implementation',
    about: 'Privileged access only through the new vault, sessions recorded.',
    due: '3 Fri',
  },
  {
    name: 'APM across DLD',
    about: 'Application performance monitoring for the 40 applications of tier 1 and 2.',
    due: '10 Fri',
  },
  {
    name: 'Data Center Firewall',
    about: 'East–west traffic in DC1 and DC2 passes the new firewalls.',
    due: '16 Fri',
  },
]
