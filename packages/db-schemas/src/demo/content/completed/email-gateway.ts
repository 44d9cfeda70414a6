import { done, type PlannedProject, split } from '#demo/content/plan.ts'

const design = split(101, 'Inventory and design', 'lena', {}, [
  done(104, 'List the senders behind all four gateways', 'lena', 32, '-22 Fri'),
  done(105, 'Collect routing exceptions of the subsidiaries', 'tomas', 26, '-21 Thu'),
  done(106, 'Decide which two gateways stay', 'priya', 16, '-20 Wed', { after: [104, 105] }),
  done(107, 'Design routing, quarantine and journalling', 'lena', 38, '-19 Fri', { after: [106] }),
  done(108, 'Agree the design with the data protection officer', 'priya', 12, '-18 Wed', {
    after: [107],
  }),
  done(109, 'Extend the support contract by one quarter', 'priya', 6, '-18 Thu'),
  done(110, 'Publish DMARC in report mode for 31 domains', 'lena', 26, '-17 Fri'),
])

const build = split(102, 'Build and test', 'tomas', {}, [
  done(111, 'Install the gateway pair in DC1', 'tomas', 38, '-17 Wed', { after: [107] }),
  done(112, 'Install the gateway pair in DC2', 'tomas', 32, '-16 Wed', { after: [111] }),
  done(113, 'Translate 480 mail rules and drop what nothing hits', 'lena', 52, '-15 Thu', {
    after: [107],
    comments: { 'lena -73': '480 became 96. Twelve of them were only there for a fax service.' },
  }),
  done(114, 'Set up TLS with the 40 partners that require it', 'dmitri', 38, '-14 Fri', {
    after: [112],
  }),
  done(115, 'Connect quarantine to the directory', 'tomas', 26, '-14 Tue', { after: [112] }),
  done(116, 'Open firewall paths and MX health checks', 'dmitri', 20, '-13 Tue', { after: [112] }),
  done(117, 'Replay a week of mail through the new rules', 'lena', 32, '-12 Thu', {
    after: [113, 115],
  }),
  done(118, 'Test loss of one data centre', 'dmitri', 22, '-12 Fri', { after: [116] }),
  done(119, 'Write user guide for the new quarantine', 'tomas', 16, '-12 Wed'),
])

const cutover = split(103, 'Cut-over and retirement', 'priya', {}, [
  done(120, 'Announce the change to the subsidiaries', 'priya', 10, '-11 Mon'),
  done(121, 'Move the pilot domains', 'lena', 26, '-11 Thu', { after: [117, 118] }),
  done(122, 'Move domains of headquarters', 'lena', 32, '-10 Wed', { after: [121] }),
  done(123, 'Move domains of the northern subsidiaries', 'tomas', 26, '-10 Fri', { after: [122] }),
  done(124, 'Move domains of the southern subsidiaries', 'tomas', 26, '-9 Thu', {
    after: [122],
    late: 1,
    comments: {
      'tomas -42': 'One branch still had the old MX in its own resolver. Found by its silence.',
    },
  }),
  done(125, 'Set DMARC to quarantine for all 31 domains', 'lena', 20, '-9 Fri', { after: [110] }),
  done(126, 'Redirect applications that named a gateway directly', 'sara', 44, '-8 Tue', {
    after: [122],
    late: 2,
  }),
  done(127, 'Export quarantine and logs of the old gateways', 'tomas', 20, '-8 Thu', {
    after: [124],
  }),
  done(128, 'Switch off the four old gateways', 'dmitri', 16, '-7 Wed', { after: [126, 127] }),
  done(129, 'Remove firewall rules of the old gateways', 'dmitri', 12, '-7 Thu', { after: [128] }),
  done(130, 'Review with the service desk and close', 'priya', 10, '-7 Fri', { after: [128] }),
])

export const emailGatewayConsolidation: PlannedProject = {
  key: 'EGC',
  name: 'Email Gateway Consolidation',
  about: 'Four mail gateways became one pair per data centre, with one rule set for 31 domains.',
  team: 'network',
  manager: 'priya',
  category: 'Migration',
  start: '-23 Mon',
  finish: '-7 Fri',
  completed: '-7 Fri',
  declared: 'green',
  note: 'Closed on its date.',
  computed: [{ health: 'green', days: 84, rules: [] }],
  milestones: [
    { name: 'Design approved', about: '', due: '-18 Wed', achieved: '-18 Wed' },
    { name: 'All domains moved', about: '', due: '-9 Fri', achieved: '-9 Thu' },
    { name: 'Old gateways off', about: '', due: '-7 Wed', achieved: '-7 Wed' },
  ],
  tasks: [design, build, cutover],
}
