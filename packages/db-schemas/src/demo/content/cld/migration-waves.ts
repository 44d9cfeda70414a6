import { done, open, split } from '#demo/content/plan.ts'

export const migrationWaves = split(
  104,
  'Migration waves',
  'kenji',
  { about: 'Which application moves when, how, and how it comes back if it has to.' },
  [
    done(138, 'Group applications by dependency', 'kenji', 20, '-4 Mon', {
      labels: ['Waves'],
      after: [107],
    }),
    done(139, 'Move the test ticket system as a pilot', 'callum', 24, '-2 Thu', {
      labels: ['Waves'],
      after: [117, 118],
      comments: {
        'callum -8':
          'Cut-over took 50 minutes, 20 of them waiting for DNS. TTL goes down a week before next time.',
      },
    }),
    done(140, 'Write the cut-over and fall-back template', 'fatima', 14, '-1 Fri', {
      labels: ['Waves', 'Runbook'],
      after: [139],
    }),
    open(141, 'Plan wave 1: twelve web applications', 'kenji', 34, 'in_review', 3, {
      comments: {
        'kenji -2': 'Twelve applications, four evenings. Ana, please look at the order of 7 and 8.',
      },
      labels: ['Waves'],
      after: [138],
      progress: 85,
      started: 10,
      milestone: 'Wave 1 ready to start',
    }),
    open(142, 'Plan wave 2: collaboration and file services', 'fatima', 24, 'todo', 16, {
      labels: ['Waves'],
      after: [138],
    }),
    open(143, 'Plan wave 3: databases and what hangs on them', 'callum', 44, 'todo', 24, {
      labels: ['Waves', 'Databases'],
      after: [138],
    }),
    open(144, 'Train the operations team on the new platform', null, 32, 'backlog', 33, {
      labels: ['Runbook'],
      milestone: 'Wave 1 ready to start',
    }),
    open(145, 'Rehearse wave 1 with two applications', 'kenji', null, 'backlog', 34, {
      labels: ['Waves'],
      after: [127, 140, 141],
      milestone: 'Wave 1 ready to start',
    }),
    open(146, 'Move the plant control systems in wave 4', null, 60, 'cancelled', null, {
      about: 'Stays on premises: latency to Plant South, and the vendor does not support it.',
      labels: ['Waves'],
    }),
  ],
)
