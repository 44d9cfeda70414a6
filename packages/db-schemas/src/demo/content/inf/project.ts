import { done, open, type PlannedProject, split } from '#demo/content/plan.ts'
import { programmeMilestones } from './milestones.ts'

const nlb = split(
  101,
  'NLB replacement',
  'kenji',
  { milestone: 'NLB Replacement', about: 'Old appliances ran out of certificate slots in spring.' },
  [
    done(107, 'Translate 340 virtual servers to the new platform', 'kenji', 36, '-13 Thu', {
      labels: ['Load balancing'],
      milestone: 'NLB Replacement',
    }),
    done(108, 'Move DC2 services, two nights', 'kenji', 20, '-11 Thu', {
      labels: ['Load balancing'],
      after: [107],
      milestone: 'NLB Replacement',
    }),
    done(109, 'Move DC1 services, three nights', 'kenji', 28, '-9 Fri', {
      comments: {
        'kenji -44': 'Third night done, 340 of 340 virtual servers moved. Old pair is off.',
      },
      labels: ['Load balancing'],
      after: [108],
      milestone: 'NLB Replacement',
    }),
  ],
)

const exchange = split(
  102,
  'Exchange node addition',
  'fatima',
  { milestone: 'Exchange Node Addition' },
  [
    done(110, 'Install mailbox node EX04 and join it to the group', 'fatima', 18, '-8 Thu', {
      labels: ['Mail'],
      milestone: 'Exchange Node Addition',
    }),
    done(111, 'Seed database copies to EX04', 'fatima', 14, '-7 Wed', {
      labels: ['Mail'],
      after: [110],
      late: 2,
      milestone: 'Exchange Node Addition',
      comments: {
        'fatima -33':
          'Seeding over the backup network was three times faster. Two days lost before that.',
      },
    }),
    done(112, 'Redistribute active databases and test node loss', 'fatima', 16, '-6 Fri', {
      labels: ['Mail'],
      after: [111],
      late: 4,
      milestone: 'Exchange Node Addition',
    }),
  ],
)

const oracle = split(103, 'Oracle 19c migration', 'callum', { milestone: 'Oracle 19c Migration' }, [
  done(113, 'Upgrade the seven test and integration databases', 'callum', 30, '-10 Wed', {
    labels: ['Databases'],
    milestone: 'Oracle 19c Migration',
  }),
  done(114, 'Compare execution plans of the 200 heaviest statements', 'callum', 26, '-7 Fri', {
    labels: ['Databases'],
    after: [113],
    milestone: 'Oracle 19c Migration',
  }),
  done(115, 'Upgrade the finance and logistics databases', 'callum', 24, '-4 Fri', {
    comments: { 'callum -17': 'Finance closed the month on 19c without a ticket.' },
    labels: ['Databases'],
    after: [114],
    priority: 'high',
    milestone: 'Oracle 19c Migration',
  }),
  done(116, 'Remove the 12c homes and update the backup scripts', 'callum', 10, '-2 Fri', {
    labels: ['Databases'],
    after: [115],
    milestone: 'Oracle 19c Migration',
  }),
])

const pam = split(
  104,
  'PAM re-implementation',
  'kenji',
  {
    milestone: 'PAM Re-implementation',
    about: 'The first installation was never finished: 40% of the privileged accounts are outside.',
  },
  [
    done(117, 'Build the vault cluster across both data centres', 'kenji', 28, '-5 Thu', {
      labels: ['Identity'],
      milestone: 'PAM Re-implementation',
    }),
    done(118, 'Import 1,150 privileged accounts', 'kenji', 20, '-3 Fri', {
      comments: {
        'kenji -14':
          '1,150 in, 38 without an owner. They are disabled on Friday unless somebody claims them.',
      },
      labels: ['Identity'],
      after: [117],
      milestone: 'PAM Re-implementation',
    }),
    open(119, 'Record administrator sessions on the jump hosts', 'kenji', 22, 'in_progress', 6, {
      labels: ['Identity'],
      after: [117],
      progress: 50,
      started: 6,
      milestone: 'PAM Re-implementation',
      comments: {
        'kenji -3': 'Works council wants the retention in writing: 90 days, two-person access.',
      },
    }),
    open(120, 'Rotate all imported passwords on first use', 'kenji', 14, 'in_progress', 10, {
      labels: ['Identity'],
      after: [118],
      progress: 30,
      started: 4,
      milestone: 'PAM Re-implementation',
    }),
    open(121, 'Switch off direct administrator logins', 'ana', 12, 'todo', 14, {
      labels: ['Identity'],
      after: [119, 120],
      priority: 'high',
      milestone: 'PAM Re-implementation',
    }),
  ],
)

const apm = split(105, 'APM across DLD', 'callum', { milestone: 'APM across DLD' }, [
  done(122, 'Choose the agent and the sampling rate', 'callum', 16, '-1 Tue', {
    labels: ['Observability'],
    milestone: 'APM across DLD',
  }),
  open(123, 'Instrument the 14 tier 1 applications', 'callum', 40, 'in_progress', 24, {
    labels: ['Observability'],
    after: [122],
    progress: 10,
    started: 3,
    milestone: 'APM across DLD',
  }),
  open(124, 'Instrument the 26 tier 2 applications', 'callum', 48, 'backlog', 48, {
    labels: ['Observability'],
    after: [123],
    milestone: 'APM across DLD',
  }),
  open(125, 'Agree service levels and alerts with the owners', 'ana', 20, 'backlog', 46, {
    labels: ['Observability'],
    after: [123],
    milestone: 'APM across DLD',
  }),
])

const firewall = split(106, 'Data centre firewall', 'ana', { milestone: 'Data Center Firewall' }, [
  done(126, 'Measure east–west traffic in both data centres', 'kenji', 18, '-8 Tue', {
    labels: ['Network'],
    milestone: 'Data Center Firewall',
  }),
  open(127, 'Award the contract after the bidder presentations', 'ana', 16, 'in_review', 5, {
    labels: ['Network', 'Vendor'],
    progress: 80,
    started: 10,
    milestone: 'Data Center Firewall',
    comments: {
      'ana -1': 'Two of three bidders meet 100 Gbit/s with inspection. Decision on Wednesday.',
    },
  }),
  open(128, 'Design zones and rule ownership', 'kenji', 32, 'todo', 30, {
    comments: {
      'kenji -7':
        'Would like to start with backup and management zones, their owners sit next door.',
    },
    labels: ['Network'],
    after: [126, 127],
    milestone: 'Data Center Firewall',
  }),
  open(129, 'Install the pair in DC2 and move the first zone', 'kenji', 40, 'backlog', 60, {
    labels: ['Network'],
    after: [128],
    milestone: 'Data Center Firewall',
  }),
  open(130, 'Install the pair in DC1 and move all zones', 'kenji', null, 'backlog', 76, {
    labels: ['Network'],
    after: [129],
    milestone: 'Data Center Firewall',
  }),
])

export const infrastructureProgramme: PlannedProject = {
  key: 'INF',
  name: 'Infrastructure Programme 2026',
  about:
    'The renewals of the year that are too small for a project of their own and too large to happen by the way. Its milestones are what the board asks about.',
  team: 'cloud',
  manager: 'ana',
  category: 'Programme',
  start: '-18 Mon',
  finish: '16 Fri',
  declared: 'green',
  note: 'Three of six are in. PAM is tight but inside its date.',
  computed: [{ health: 'green', days: 84, rules: [] }],
  milestones: programmeMilestones,
  tasks: [nlb, exchange, oracle, pam, apm, firewall],
}
