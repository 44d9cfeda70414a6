import { done, open, split } from '#demo/content/plan.ts'

export const landingZone = split(
  102,
  'Landing zone and connectivity',
  'kenji',
  { about: 'Accounts, network, identity and guard rails that the first wave can move into.' },
  [
    done(116, 'Define account structure and naming', 'kenji', 14, '-14 Tue', {
      labels: ['Landing zone'],
    }),
    done(117, 'Write the landing zone as code', 'kenji', 36, '-10 Thu', {
      comments: {
        'kenji -46':
          'An empty account becomes a working one in 41 minutes. Review comments are in the merge request.',
      },
      labels: ['Landing zone', 'Code'],
      after: [116],
    }),
    done(118, 'Federate sign-in with the corporate directory', 'fatima', 18, '-10 Mon', {
      labels: ['Identity'],
      after: [116],
    }),
    done(119, 'Guard rails: regions, public storage, root accounts', 'kenji', 20, '-9 Wed', {
      labels: ['Landing zone', 'Compliance'],
      after: [117],
    }),
    done(120, 'Order two 10 Gbit/s private circuits from different carriers', 'ana', 8, '-13 Wed', {
      labels: ['Network', 'Vendor'],
      comments: {
        'ana -64': 'Second carrier enters through the east duct, so one digger cannot cut both.',
      },
    }),
    done(
      121,
      'Plan address ranges without overlap to DC1, DC2 and branches',
      'kenji',
      12,
      '-12 Tue',
      {
        labels: ['Network'],
      },
    ),
    done(122, 'Bring up circuit 1 with BGP and failover to VPN', 'kenji', 18, '-4 Wed', {
      comments: { 'kenji -17': 'Failover to VPN in 3.2 s with BFD.' },
      labels: ['Network'],
      after: [120, 121],
    }),
    done(123, 'Send cloud audit logs to the SIEM', 'callum', 14, '-6 Fri', {
      labels: ['Compliance'],
      after: [119],
    }),
    done(124, 'Keep server images identical on premises and in the cloud', 'kenji', 22, '-3 Tue', {
      labels: ['Landing zone', 'Code'],
      after: [117],
    }),
    done(125, 'Measure latency from the plants to the region', 'callum', 8, '-2 Tue', {
      labels: ['Network'],
      after: [122],
      comments: {
        'callum -10': 'Plant South 38 ms, all others below 20. MES stays local, as assumed.',
      },
    }),
    done(126, 'Agree key management with Security', 'kenji', 10, '0 Mon', {
      labels: ['Compliance', 'Identity'],
    }),
    open(
      127,
      'Bring up circuit 2 and test failover between carriers',
      'kenji',
      32,
      'in_progress',
      6,
      {
        labels: ['Network'],
        after: [122],
        progress: 30,
        started: 4,
        milestone: 'Landing zone accepted',
        comments: {
          'kenji -1': 'Carrier has light on the fibre, BGP session is planned for next week.',
        },
      },
    ),
    open(128, 'Have the landing zone reviewed by an outside party', 'ana', 32, 'todo', 14, {
      labels: ['Landing zone', 'Compliance'],
      after: [119, 126],
      milestone: 'Landing zone accepted',
    }),
  ],
)
