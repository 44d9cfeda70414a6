import { done, open, split } from '#demo/content/plan.ts'

export const scanning = split(
  104,
  'Scanning, triage and reporting',
  'jonas',
  {
    about:
      'Every system is scanned weekly, every finding has an owner, and the age of findings is known.',
  },
  [
    done(155, 'Scan all server networks with credentials', 'jonas', 14, '-14 Thu', {
      labels: ['Scanner'],
    }),
    done(156, 'Give every scanned system an owner', 'jonas', 20, '-9 Fri', {
      labels: ['Inventory'],
      after: [155],
      milestone: 'Every finding has an owner',
    }),
    done(157, 'Agree severity and deadlines with the risk office', 'jonas', 8, '-7 Mon', {
      labels: ['Reporting'],
      comments: {
        'jonas -34': 'Critical 7 days, high 30, medium 90. Exceptions need a name and an end date.',
        'ana -33': 'Good. Please put the table into the monthly report.',
      },
    }),
    done(158, 'Open tickets from scanner findings automatically', 'kenji', 22, '-6 Wed', {
      labels: ['Scanner'],
      after: [156],
    }),
    done(159, 'Scan container images in the build pipeline', 'kenji', 18, '-4 Thu', {
      labels: ['Scanner', 'Containers'],
      late: -1,
    }),
    done(160, 'Publish the ageing report of findings', 'jonas', 10, '-3 Wed', {
      labels: ['Reporting'],
      after: [157, 158],
    }),
    done(161, 'Bring the laboratory network into the weekly scan', 'callum', 10, '0 Tue', {
      labels: ['Scanner', 'Network'],
    }),
    open(162, 'Stop the scanner from locking service accounts', 'kenji', 14, 'in_review', 0, {
      labels: ['Scanner'],
      progress: 90,
      started: 6,
      comments: { 'jonas -1': 'No lock-outs in the last two scans. One more and I close it.' },
    }),
    open(163, 'Register exceptions with an end date', 'jonas', 20, 'in_review', 2, {
      labels: ['Reporting'],
      progress: 80,
      started: 8,
    }),
    open(164, 'Write the procedure for zero-day weekends', 'jonas', 16, 'backlog', 20, {
      labels: ['Runbook'],
    }),
    open(165, 'Scan the guest wireless network', null, 10, 'cancelled', null, {
      about: 'Belongs to the provider since the contract change.',
      labels: ['Scanner', 'Network'],
    }),
  ],
)
