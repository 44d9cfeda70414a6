import { done, open, split } from '#demo/content/plan.ts'

export const patching = split(
  101,
  'Critical and high findings on servers',
  'jonas',
  {
    about:
      '1,318 open findings of severity high or critical in the scan of the first week. Target: none older than 30 days.',
  },
  [
    done(105, 'Patch OpenSSL on the 214 Linux web servers', 'kenji', 24, '-12 Thu', {
      comments: { 'kenji -57': '214 of 214, restart of the last three during the night window.' },
      labels: ['Linux'],
      priority: 'urgent',
    }),
    done(
      106,
      'Bring the domain controllers to the current cumulative update',
      'fatima',
      16,
      '-11 Tue',
      {
        labels: ['Windows'],
        priority: 'high',
      },
    ),
    done(107, 'Patch the hypervisor hosts of cluster A', 'kenji', 20, '-10 Wed', {
      labels: ['Virtualisation'],
      after: [105],
    }),
    done(108, 'Patch the hypervisor hosts of cluster B', 'kenji', 20, '-9 Thu', {
      comments: {
        'kenji -41':
          'Host B7 did not come back, board swapped under warranty. One day late because of it.',
      },
      labels: ['Virtualisation'],
      after: [107],
      late: 1,
    }),
    done(109, 'Close SMBv1 on the 37 servers that still answer to it', 'fatima', 14, '-9 Tue', {
      labels: ['Windows'],
      comments: {
        'fatima -43':
          'Two scanners in Finance stopped delivering to the share. Switched them to SFTP.',
      },
    }),
    done(110, 'Update the Java runtimes of the batch servers', 'callum', 18, '-8 Wed', {
      labels: ['Linux', 'Applications'],
    }),
    done(111, 'Patch the print servers and disable legacy drivers', 'fatima', 10, '-7 Tue', {
      labels: ['Windows'],
    }),
    done(112, 'Update libwebp in the image processing containers', 'kenji', 6, '-7 Wed', {
      labels: ['Containers'],
    }),
    done(113, 'Patch the SQL Server instances of tier 2', 'fatima', 16, '-6 Thu', {
      labels: ['Windows', 'Databases'],
      late: 1,
    }),
    done(114, 'Patch the Oracle quarterly update on test', 'callum', 14, '-5 Tue', {
      labels: ['Databases'],
    }),
    done(115, 'Patch the Oracle quarterly update in production', 'callum', 22, '-3 Thu', {
      labels: ['Databases'],
      priority: 'high',
      after: [114],
      comments: {
        'callum -12':
          'Done in 2 h 40 of the 4 h window. Fallback standby stays one patch behind until Friday.',
        'jonas -11': 'Scan confirms 61 findings gone.',
      },
    }),
    done(116, 'Rebuild the golden images for Linux and Windows', 'kenji', 24, '-4 Fri', {
      comments: {
        'kenji -15':
          'Images are now rebuilt on the first Monday of a month, also without anybody asking.',
      },
      labels: ['Linux', 'Windows'],
    }),
    done(117, 'Update the remote-support agent on all servers', 'fatima', 8, '-3 Mon', {
      labels: ['Applications'],
    }),
    done(118, 'Patch the SQL Server instances of tier 1', 'fatima', 20, '-2 Wed', {
      labels: ['Windows', 'Databases'],
      priority: 'high',
      after: [113],
    }),
    done(119, 'Remove curl 7 from the build agents', 'kenji', 6, '-1 Tue', {
      labels: ['Containers'],
    }),
    done(120, 'Close the 23 findings on the jump hosts', 'kenji', 10, '-1 Thu', {
      labels: ['Linux'],
      priority: 'high',
    }),
    done(121, 'Patch the file servers in the branch offices', 'fatima', 14, '0 Mon', {
      labels: ['Windows'],
    }),
    open(122, 'Patch kernel findings on the Kubernetes workers', 'kenji', 30, 'in_progress', 3, {
      about: 'Drain, patch and return six nodes a night. Stateful sets need their owner on call.',
      labels: ['Containers', 'Linux'],
      priority: 'high',
      progress: 60,
      started: 5,
      comments: { 'kenji -1': '11 of 18 nodes done, no restarts of customer workloads so far.' },
    }),
    open(
      123,
      'Patch the SAP application servers in the quarter-end window',
      'callum',
      40,
      'blocked',
      4,
      {
        about: 'Kernel and database client on eight servers; needs six hours of downtime.',
        labels: ['Applications'],
        priority: 'high',
        progress: 10,
        started: 4,
        blocked: ['Finance withdrew the maintenance window, new date not agreed', 2],
        comments: {
          'jonas -1': 'I meet the finance process owner on Thursday about a Sunday slot.',
        },
      },
    ),
    open(124, 'Replace OpenSSH 7 on the network management hosts', 'kenji', 16, 'todo', 6, {
      labels: ['Linux'],
    }),
    open(125, 'Patch the hypervisor hosts of the branch offices', 'kenji', 36, 'todo', 14, {
      labels: ['Virtualisation'],
      after: [108],
    }),
    open(126, 'Close the remaining 48 findings on application servers', null, 48, 'backlog', 28, {
      labels: ['Applications'],
      milestone: 'No critical finding older than 30 days',
    }),
  ],
)
