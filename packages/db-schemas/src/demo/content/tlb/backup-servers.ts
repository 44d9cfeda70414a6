import { done, open, split } from '#demo/content/plan.ts'

export const backupServers = split(
  102,
  'Backup server replacements',
  'ines',
  {
    about:
      'Six media servers from 2016, four in DC1 and two in DC2, make way for four larger ones.',
  },
  [
    done(
      119,
      'Size the new media servers from twelve months of backup windows',
      'ines',
      20,
      '-11 Thu',
      {
        labels: ['Servers'],
        comments: {
          'ines -51':
            'Peak is the first Sunday of a month: 31 TB in nine hours. Four servers with 25 GbE will do.',
        },
      },
    ),
    done(120, 'Order four media servers', 'mayowa', 8, '-9 Wed', {
      labels: ['Vendor'],
      after: [119],
    }),
    done(121, 'Agree the operating system build with Cloud Platform', 'rahel', 12, '-9 Fri', {
      labels: ['Servers'],
    }),
    done(122, 'Prepare rack positions and power for bkp-dc1-03 and -04', 'patrick', 12, '-5 Thu', {
      labels: ['Site'],
      late: 2,
    }),
    done(123, 'Install backup server bkp-dc1-03', 'ines', 26, '-2 Thu', {
      labels: ['Servers'],
      after: [120, 121, 122],
      late: 6,
      comments: {
        'ines -11':
          'Needs the newer HBA driver, the one in the build hangs at login. Added to the notes.',
      },
    }),
    open(124, 'Install backup server bkp-dc1-04', 'ines', 44, 'in_progress', 2, {
      comments: {
        'ines -1': 'Operating system is on, waiting for the 25 GbE optics from the spare stock.',
      },
      labels: ['Servers'],
      after: [120, 122],
      progress: 60,
      moved: 4,
      started: 6,
    }),
    open(
      155,
      'Install backup server bkp-dc2-04, chassis not delivered',
      'rahel',
      52,
      'blocked',
      -2,
      {
        labels: ['Servers', 'Vendor'],
        priority: 'high',
        after: [120],
        moved: 8,
        started: 8,
        blocked: ['Chassis on back order, vendor says week after next', 5],
        milestone: 'Backup servers in production',
        comments: {
          'rahel -3': 'bkp-dc2-03 came, -04 is on the next truck. Supposedly.',
          'mayowa -2': 'Get it in writing please, we heard that before.',
        },
      },
    ),
    open(125, 'Install backup server bkp-dc2-03', 'rahel', 52, 'todo', 9, {
      labels: ['Servers'],
      after: [120],
      moved: 3,
    }),
    split(
      126,
      'Move backup policies off the old media servers',
      'ines',
      { labels: ['Policies'], after: [123, 124] },
      [
        open(127, 'Move file server and home directory policies', 'ines', 64, 'todo', 16, {
          labels: ['Policies'],
          after: [123],
        }),
        open(128, 'Move database policies, Oracle and SQL Server', 'ines', 72, 'backlog', 24, {
          labels: ['Policies'],
          after: [127],
        }),
        open(129, 'Move virtual machine policies, 640 machines', 'rahel', 92, 'backlog', 32, {
          labels: ['Policies'],
          after: [127],
        }),
        open(130, 'Move Exchange and file archive policies', 'rahel', 52, 'backlog', 38, {
          labels: ['Policies'],
          after: [128],
        }),
      ],
    ),
    open(131, 'Tune deduplication pools on the new servers', 'ines', 60, 'backlog', 42, {
      labels: ['Servers'],
      after: [128, 129],
      milestone: 'Backup servers in production',
    }),
    open(132, 'Retire the six old media servers', 'patrick', null, 'backlog', 62, {
      labels: ['Servers', 'Site'],
      after: [128, 129, 130],
      moved: 2,
    }),
  ],
)
