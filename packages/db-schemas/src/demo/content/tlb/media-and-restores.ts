import { done, open, split } from '#demo/content/plan.ts'

export const mediaAndRestores = split(
  104,
  'Media migration and restore proof',
  'ines',
  {
    about:
      'Seven years of LTO-6 media stay readable, and every kind of data was restored from the new library before the old one goes.',
  },
  [
    done(140, 'Take stock of 2,140 LTO-6 cartridges and their retention', 'rahel', 26, '-8 Thu', {
      labels: ['Media'],
      late: 1,
    }),
    done(141, 'Agree retention periods with Legal and Finance', 'mayowa', 12, '-1 Tue', {
      labels: ['Media'],
      late: 8,
      comments: {
        'mayowa -9': 'Finance keeps ten years for two ledgers, all others seven. Signed.',
      },
    }),
    open(142, 'Destroy expired cartridges with a certificate', 'patrick', 30, 'todo', 13, {
      labels: ['Media', 'Vendor'],
      after: [140, 141],
    }),
    open(143, 'Copy Finance archives from LTO-6 to LTO-9', 'ines', 124, 'backlog', 44, {
      about: 'Two copies, one of them for the vault. Both are verified by checksum.',
      labels: ['Media'],
      after: [114, 116],
      moved: 4,
      milestone: 'Old media copied',
    }),
    open(144, 'Copy project archives from LTO-6 to LTO-9', 'rahel', 120, 'backlog', 52, {
      labels: ['Media'],
      after: [143],
      moved: 4,
      milestone: 'Old media copied',
    }),
    open(145, 'Contract the off-site vault for LTO-9 media', 'mayowa', 26, 'in_review', 1, {
      comments: {
        'mayowa -4': 'Contract is with Legal. Price per cartridge is 8% under the old one.',
      },
      labels: ['Vendor', 'Media'],
      progress: 80,
      started: 12,
      stale: 4,
    }),
    open(146, 'Write restore test plan with the application owners', 'ines', 42, 'todo', 8, {
      labels: ['Restore test'],
      stale: 16,
      comments: { 'ines -17': 'Payroll only has a window on the 2nd working day of a month.' },
    }),
    open(156, 'Restore test: Exchange mailbox store from tape', 'ines', 60, 'backlog', 40, {
      labels: ['Restore test'],
      after: [130, 146],
      milestone: 'Restores proved',
    }),
    open(147, 'Restore test: Oracle finance database, point in time', 'ines', 68, 'backlog', 46, {
      labels: ['Restore test'],
      after: [128, 146],
      milestone: 'Restores proved',
    }),
    open(148, 'Restore test: file server with 40 million files', 'rahel', 76, 'backlog', 48, {
      labels: ['Restore test'],
      after: [127, 146],
      milestone: 'Restores proved',
    }),
    open(
      149,
      'Restore test: bare-metal recovery of a domain controller',
      'rahel',
      60,
      'backlog',
      null,
      {
        labels: ['Restore test'],
        after: [146],
        stale: 20,
      },
    ),
    open(150, 'Rewrite restore runbooks for the service desk', 'rahel', null, 'backlog', 58, {
      labels: ['Runbook'],
      after: [156, 147],
    }),
    open(151, 'Keep the old library as a read-only spare for a year', null, 34, 'cancelled', null, {
      about: 'Dropped: support for it would cost more than copying the media.',
      labels: ['Library'],
    }),
    open(152, 'Decommission the 2013 library and wipe its disks', 'grzegorz', 68, 'backlog', 64, {
      labels: ['Library', 'Site'],
      after: [143, 144],
      moved: 3,
      stale: 22,
      milestone: 'Old library out of the building',
    }),
  ],
)
