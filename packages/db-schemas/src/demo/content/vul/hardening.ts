import { done, open, split } from '#demo/content/plan.ts'

export const hardening = split(
  103,
  'Hardening and configuration',
  'fatima',
  { about: 'CIS level 1 on every server that has no written exception.' },
  [
    done(140, 'Write the CIS level 1 policy for Windows Server', 'fatima', 20, '-11 Thu', {
      labels: ['Windows', 'Hardening'],
    }),
    done(141, 'Roll the Windows policy out to test', 'fatima', 12, '-8 Mon', {
      labels: ['Windows', 'Hardening'],
      after: [140],
      late: -1,
    }),
    done(142, 'Write the CIS level 1 role for Linux', 'kenji', 18, '-7 Fri', {
      labels: ['Linux', 'Hardening'],
    }),
    done(143, 'Roll the Linux role out to test', 'kenji', 10, '-5 Thu', {
      labels: ['Linux', 'Hardening'],
      after: [142],
    }),
    done(144, 'Disable NTLMv1 in the domain', 'fatima', 16, '-4 Wed', {
      labels: ['Windows', 'Hardening'],
      priority: 'high',
      comments: {
        'fatima -17':
          'Audit mode showed three callers, all in the warehouse. Their vendor shipped an update.',
      },
    }),
    done(145, 'Rotate local administrator passwords automatically', 'fatima', 14, '-3 Tue', {
      labels: ['Windows', 'Hardening'],
    }),
    done(146, 'Remove unused service accounts, first 120', 'callum', 16, '-2 Thu', {
      labels: ['Hardening'],
    }),
    done(147, 'Require signed LDAP binds', 'fatima', 10, '-1 Fri', {
      labels: ['Windows', 'Hardening'],
      after: [144],
    }),
    split(
      148,
      'Roll the Linux role out to production',
      'kenji',
      { labels: ['Linux', 'Hardening'], after: [143] },
      [
        done(149, 'Wave 1: 60 web and proxy servers', 'kenji', 12, '-2 Tue', { labels: ['Linux'] }),
        open(150, 'Wave 2: 110 application servers', 'kenji', 26, 'in_progress', 5, {
          comments: {
            'kenji -1': '44 of 110. Two exceptions for servers that run their own firewall.',
          },
          labels: ['Linux'],
          after: [149],
          progress: 40,
          started: 3,
        }),
        open(151, 'Wave 3: 38 database servers', 'callum', 24, 'todo', 12, {
          labels: ['Linux', 'Databases'],
          after: [150],
        }),
      ],
    ),
    open(152, 'Roll the Windows policy out to production', 'fatima', 40, 'in_progress', 10, {
      about: 'By organisational unit, twenty servers a night, print and file servers last.',
      labels: ['Windows', 'Hardening'],
      after: [141],
      progress: 35,
      started: 7,
      milestone: 'CIS level 1 on all servers',
      comments: {
        'fatima -2':
          'OU 1 to 4 are done. Payroll asked for an exception for its fax service, expires in March.',
      },
    }),
    open(153, 'Remove unused service accounts, the other 85', 'callum', 24, 'todo', 16, {
      labels: ['Hardening'],
      after: [146],
    }),
    open(154, 'Block macros from the internet on terminal servers', 'fatima', 14, 'backlog', null, {
      labels: ['Windows', 'Hardening'],
    }),
  ],
)
