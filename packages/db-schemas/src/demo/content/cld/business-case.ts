import { done, open, split } from '#demo/content/plan.ts'

export const businessCase = split(
  103,
  'Business case and contracts',
  'ana',
  { about: 'What it costs over five years against new hardware in DC1, and on which terms.' },
  [
    done(129, 'Establish today’s cost per application', 'ana', 24, '-10 Tue', { labels: ['Cost'] }),
    done(130, 'Estimate run cost in the cloud from measured utilisation', 'callum', 20, '-7 Mon', {
      labels: ['Cost'],
      after: [129],
    }),
    done(131, 'Compare with a hardware renewal in DC1', 'ana', 16, '-7 Thu', {
      labels: ['Cost'],
      after: [130],
    }),
    done(132, 'Find idle and oversized machines before sizing', 'callum', 14, '-4 Tue', {
      labels: ['Cost'],
      comments: {
        'callum -24': '74 machines under 3% CPU for a month. That alone takes 11% off the sheet.',
        'ana -23': 'Lovely. Please send the list to the owners before I present it.',
      },
    }),
    done(133, 'Check software licences for cloud terms', 'fatima', 18, '-2 Mon', {
      labels: ['Cost', 'Compliance'],
      late: 1,
    }),
    done(134, 'Negotiate the enterprise discount', 'ana', 12, '-1 Wed', {
      comments: {
        'ana -6': '14% for three years, with an exit after 18 months. Procurement signs this week.',
      },
      labels: ['Vendor', 'Cost'],
    }),
    open(135, 'Write the exit plan the regulator asks for', 'ana', 28, 'in_progress', 8, {
      labels: ['Compliance'],
      progress: 40,
      started: 9,
      comments: { 'ana -4': 'Draft covers data and images; the identity part is missing.' },
    }),
    open(136, 'Present the business case to the board', 'ana', 16, 'todo', 22, {
      labels: ['Cost'],
      after: [131, 134, 135],
      milestone: 'Board decision',
    }),
    open(137, 'Set up cost reports per application owner', 'callum', 18, 'backlog', null, {
      labels: ['Cost', 'Code'],
    }),
  ],
)
