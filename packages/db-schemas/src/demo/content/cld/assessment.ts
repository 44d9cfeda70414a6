import { done, open, split } from '#demo/content/plan.ts'

export const assessment = split(
  101,
  'Application assessment',
  'ana',
  {
    about:
      'For each of 86 applications: move, replace, keep or retire, with the owner’s signature.',
  },
  [
    done(105, 'Collect the application list from CMDB and invoices', 'ana', 16, '-16 Thu', {
      labels: ['Inventory'],
    }),
    done(106, 'Agree the six R criteria with enterprise architecture', 'ana', 8, '-15 Wed', {
      labels: ['Inventory'],
      after: [105],
    }),
    done(107, 'Record network dependencies for four weeks', 'kenji', 18, '-12 Fri', {
      about:
        'Flow logs of all server networks; the interviews never mention the nightly file copies.',
      labels: ['Network', 'Inventory'],
    }),
    done(108, 'Interview owners of group 1, customer-facing', 'ana', 22, '-11 Wed', {
      labels: ['Interviews'],
      after: [106],
    }),
    done(109, 'Interview owners of group 2, internal services', 'fatima', 20, '-9 Thu', {
      labels: ['Interviews'],
      after: [106],
    }),
    done(110, 'Interview owners of group 3, engineering', 'ana', 18, '-7 Tue', {
      labels: ['Interviews'],
      after: [106],
      comments: {
        'ana -33':
          'CAD licences are tied to a dongle server. Keep on premises, no discussion needed.',
      },
    }),
    done(
      111,
      'Classify data of all 86 applications with the data protection officer',
      'fatima',
      24,
      '-5 Fri',
      {
        comments: {
          'fatima -21':
            'Seven applications hold health data, not two. Two days more for their owners.',
        },
        labels: ['Compliance'],
        late: 2,
      },
    ),
    done(112, 'Score technical fit of group 1', 'kenji', 16, '-8 Tue', { labels: ['Inventory'] }),
    done(113, 'Score technical fit of group 2', 'kenji', 16, '-6 Wed', { labels: ['Inventory'] }),
    open(114, 'Score technical fit of group 3', 'kenji', 28, 'in_progress', 4, {
      labels: ['Inventory'],
      after: [110],
      progress: 70,
      started: 6,
    }),
    open(115, 'Have application owners sign their disposition', 'ana', 34, 'in_progress', 9, {
      labels: ['Interviews'],
      after: [111],
      progress: 55,
      started: 8,
      milestone: 'Dispositions signed',
      comments: { 'ana -2': '51 of 86 signed. Sales wants to see the cost sheet first.' },
    }),
  ],
)
