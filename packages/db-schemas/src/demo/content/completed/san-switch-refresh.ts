import { done, type PlannedProject, split } from '#demo/content/plan.ts'

const preparation = split(101, 'Survey and preparation', 'grzegorz', {}, [
  done(104, 'List hosts, arrays and ports of both fabrics', 'grzegorz', 34, '-23 Thu'),
  done(105, 'Find hosts with a single path', 'grzegorz', 20, '-22 Wed', {
    after: [104],
    comments: { 'grzegorz -107': 'Nine hosts, four of them nobody has asked about for a year.' },
  }),
  done(106, 'Order eight 64-port directors and optics', 'mayowa', 14, '-22 Fri', { after: [104] }),
  done(107, 'Give the nine single-path hosts a second adapter', 'rahel', 40, '-19 Thu', {
    after: [105],
    late: 2,
  }),
  done(108, 'Check the cable plant for OM4', 'patrick', 28, '-20 Tue'),
  done(109, 'Replace 62 OM3 patch cords', 'patrick', 24, '-18 Wed', { after: [108] }),
  done(110, 'Agree four weekend windows with application owners', 'mayowa', 16, '-18 Fri'),
  done(111, 'Save and compare zoning of all switches', 'grzegorz', 16, '-17 Tue'),
  done(112, 'Clean up 214 zones without members', 'grzegorz', 28, '-16 Wed', { after: [111] }),
])

const fabricA = split(102, 'Fabric A', 'grzegorz', {}, [
  done(113, 'Rack and power the directors of fabric A', 'patrick', 30, '-15 Thu', { after: [106] }),
  done(114, 'Load firmware and licences, fabric A', 'grzegorz', 16, '-14 Wed', { after: [113] }),
  done(115, 'Connect inter-switch links and test throughput', 'grzegorz', 28, '-13 Tue', {
    after: [114],
  }),
  done(116, 'Copy zoning to the new directors, fabric A', 'grzegorz', 24, '-13 Fri', {
    after: [112, 115],
  }),
  done(117, 'Move storage arrays 1 and 2, weekend 1', 'grzegorz', 34, '-12 Fri', {
    after: [110, 116],
  }),
  done(118, 'Move virtualisation hosts, weekend 1', 'rahel', 40, '-12 Fri', { after: [116] }),
  done(119, 'Move database hosts, weekend 2', 'ines', 34, '-11 Fri', { after: [117] }),
  done(120, 'Move remaining hosts of fabric A', 'rahel', 48, '-10 Thu', {
    after: [118],
    late: 2,
    comments: { 'rahel -47': 'Two blades log in at 8 Gbit only. Reseated, fine since.' },
  }),
  done(121, 'Watch error counters of fabric A for a week', 'ines', 16, '-9 Fri', { after: [120] }),
])

const fabricB = split(103, 'Fabric B and clean-up', 'grzegorz', {}, [
  done(122, 'Rack and power the directors of fabric B', 'patrick', 30, '-9 Tue', { after: [106] }),
  done(123, 'Load firmware and licences, fabric B', 'grzegorz', 14, '-8 Mon', { after: [122] }),
  done(124, 'Copy zoning to the new directors, fabric B', 'grzegorz', 20, '-8 Thu', {
    after: [123],
  }),
  done(125, 'Move storage arrays and hosts, weekend 3', 'grzegorz', 48, '-7 Fri', {
    after: [121, 124],
  }),
  done(126, 'Move remaining hosts, weekend 4', 'rahel', 48, '-6 Fri', { after: [125], late: 1 }),
  done(127, 'Pull every path once and watch the hosts', 'ines', 40, '-5 Wed', {
    after: [126],
    comments: {
      'ines -23':
        '412 of 412 hosts kept their disks. The old cluster in row B failed over, as documented.',
    },
  }),
  done(128, 'Update monitoring and capacity reports', 'ines', 24, '-5 Fri', { after: [126] }),
  done(129, 'Remove the old directors and return them', 'patrick', 34, '-4 Thu', { after: [127] }),
  done(130, 'Hand over to operations and close', 'mayowa', 14, '-4 Fri', {
    after: [127, 128],
    late: 5,
  }),
])

export const sanSwitchRefresh: PlannedProject = {
  key: 'SAN',
  name: 'SAN Switch Refresh, DC1',
  about: 'Both storage fabrics of DC1 on new 64-port directors, without a single lost path.',
  team: 'storage',
  manager: 'mayowa',
  category: 'Infrastructure refresh',
  start: '-24 Mon',
  finish: '-5 Fri',
  completed: '-4 Fri',
  declared: 'green',
  note: 'Closed a week after its date: the last hosts waited for their owners.',
  computed: [{ health: 'green', days: 84, rules: [] }],
  milestones: [
    { name: 'Fabric A moved', about: '', due: '-10 Tue', achieved: '-10 Thu' },
    { name: 'Fabric B moved', about: '', due: '-6 Thu', achieved: '-6 Fri' },
    { name: 'Handed over to operations', about: '', due: '-5 Fri', achieved: '-4 Fri' },
  ],
  tasks: [preparation, fabricA, fabricB],
}
