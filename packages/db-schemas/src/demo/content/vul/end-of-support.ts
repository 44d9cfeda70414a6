import { done, open, split } from '#demo/content/plan.ts'

export const endOfSupport = split(
  102,
  'Systems out of support',
  'jonas',
  {
    about:
      'Nothing is left that no longer gets security updates, or it is isolated and has an end date.',
  },
  [
    done(127, 'List servers and appliances past their end of support', 'jonas', 12, '-13 Wed', {
      labels: ['Inventory'],
    }),
    done(128, 'Move the intranet search off Windows Server 2012 R2', 'fatima', 24, '-10 Fri', {
      labels: ['Windows'],
      after: [127],
    }),
    done(129, 'Upgrade six CentOS 7 servers of the mail relay', 'kenji', 18, '-8 Fri', {
      labels: ['Linux'],
      after: [127],
    }),
    done(130, 'Retire the old ticket archive', 'fatima', 8, '-6 Tue', {
      labels: ['Applications'],
      comments: {
        'fatima -28': 'Exported to PDF/A for Legal, machine is off. Disk goes in 90 days.',
      },
    }),
    done(131, 'Isolate the door-access controller in its own segment', 'kenji', 10, '-5 Wed', {
      labels: ['Network'],
    }),
    done(132, 'Upgrade PostgreSQL 11 of the asset database', 'callum', 16, '-4 Tue', {
      labels: ['Databases'],
    }),
    done(133, 'Move the licence server to a supported release', 'fatima', 10, '-1 Mon', {
      labels: ['Windows'],
    }),
    done(134, 'Replace the PHP 7 runtime of the supplier portal', 'callum', 22, '-1 Wed', {
      labels: ['Applications'],
      late: 2,
      comments: {
        'callum -8':
          'One report used a function that is gone in 8. Supplier fixed it within a day.',
      },
    }),
    open(135, 'Upgrade the last nine CentOS 7 servers', 'kenji', 48, 'in_progress', 7, {
      comments: {
        'kenji -3':
          'Four of nine. The licence daemon on the fifth only knows CentOS, vendor sends a new one.',
      },
      labels: ['Linux'],
      after: [129],
      progress: 45,
      started: 6,
      milestone: 'Last unsupported server gone',
    }),
    open(136, 'Move the laboratory database off SQL Server 2012', 'callum', 52, 'in_progress', 9, {
      about: 'Application is certified for 2019 only from release 6.4, which is in test now.',
      labels: ['Databases', 'Windows'],
      progress: 25,
      started: 5,
      milestone: 'Last unsupported server gone',
      comments: {
        'callum -4': 'Restore of the copy to 2019 worked, stored procedures need two changes.',
      },
    }),
    open(137, 'Decide on the building management server with Facilities', 'jonas', 10, 'todo', 8, {
      labels: ['Applications'],
    }),
    open(138, 'Upgrade the time recording terminals’ controller', 'fatima', 24, 'todo', 18, {
      labels: ['Windows'],
      milestone: 'Last unsupported server gone',
    }),
    open(139, 'Replace firmware of the UPS management cards', null, null, 'backlog', null, {
      labels: ['Network'],
    }),
  ],
)
