import { outlinePlan } from './outline-plan.ts'

export const patchCycle = {
  id: '5b0f5d52-6f0e-4c39-8a6f-2b1f8a3c1003',
  name: 'Patch cycle',
  description:
    'One month of patching servers in rings: what is new is judged, tried on a few, and rolled out in waves with a way back.',
  content: outlinePlan([
    {
      title: 'Assess',
      milestone: 'Patch list agreed',
      steps: [
        {
          ref: 'collect',
          title: 'Collect vendor bulletins and the scanner’s findings',
          days: 1,
          hours: 4,
          labels: ['security'],
        },
        {
          ref: 'rate',
          title: 'Rate by exploitability and exposure; name what cannot wait',
          days: 1,
          hours: 4,
          priority: 'high',
          labels: ['security'],
        },
        {
          ref: 'exclude',
          title: 'Agree exceptions with owners, each with an end date',
          days: 2,
          hours: 4,
        },
        {
          ref: 'schedule',
          title: 'Book maintenance windows for the waves',
          days: 1,
          hours: 2,
          after: ['rate'],
          labels: ['change'],
        },
      ],
    },
    {
      title: 'Pilot',
      milestone: 'Pilot ring healthy',
      steps: [
        {
          ref: 'snapshot',
          title: 'Check that the pilot ring has fresh backups or snapshots',
          days: 1,
          hours: 2,
          after: ['exclude', 'schedule'],
        },
        { ref: 'pilot', title: 'Patch the pilot ring', days: 1, hours: 6 },
        { ref: 'observe', title: 'Watch the pilot ring and ask its users', days: 3, hours: 4 },
        { ref: 'go', title: 'Decide on the roll-out', days: 1, hours: 1, priority: 'high' },
      ],
    },
    {
      title: 'Roll out',
      milestone: 'All waves patched',
      steps: [
        { ref: 'wave1', title: 'Wave 1: development and test', days: 2, hours: 8, after: ['go'] },
        { ref: 'wave2', title: 'Wave 2: internal production', days: 3, hours: 14 },
        {
          ref: 'wave3',
          title: 'Wave 3: clusters and databases, node by node',
          days: 3,
          hours: 16,
          priority: 'high',
        },
        {
          ref: 'wave4',
          title: 'Wave 4: systems that face the Internet',
          days: 2,
          hours: 10,
          after: ['wave1'],
          priority: 'urgent',
        },
      ],
    },
    {
      title: 'Verify and report',
      milestone: 'Cycle closed',
      steps: [
        {
          ref: 'rescan',
          title: 'Scan again and compare with the list',
          days: 1,
          hours: 4,
          after: ['wave2', 'wave3', 'wave4'],
          labels: ['security'],
        },
        {
          ref: 'stragglers',
          title: 'Patch what failed, was off or was forgotten',
          days: 2,
          hours: 8,
        },
        {
          ref: 'report',
          title: 'Report coverage, exceptions and their end dates',
          days: 1,
          hours: 3,
        },
      ],
    },
  ]),
}
