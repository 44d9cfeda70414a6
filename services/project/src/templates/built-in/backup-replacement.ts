import { outlinePlan } from './outline-plan.ts'

export const backupReplacement = {
  id: '5b0f5d52-6f0e-4c39-8a6f-2b1f8a3c1005',
  name: 'Backup replacement',
  description:
    'Replaces a backup system: requirements from what a restore must achieve, both systems side by side, and nothing switched off before restores are proven.',
  content: outlinePlan([
    {
      title: 'Requirements',
      milestone: 'Requirements signed',
      steps: [
        {
          ref: 'classes',
          title: 'Agree recovery time and recovery point for each class of system',
          days: 4,
          hours: 16,
          priority: 'high',
        },
        {
          ref: 'measure',
          title: 'Measure data, daily change and backup windows',
          days: 3,
          hours: 10,
          after: [],
        },
        {
          ref: 'legal',
          title: 'Confirm retention with legal and data protection',
          days: 4,
          hours: 6,
          after: [],
        },
        {
          ref: 'decide',
          title: 'Decide on copies, places, immutability and encryption',
          days: 3,
          hours: 12,
          after: ['classes', 'measure', 'legal'],
          labels: ['security'],
        },
      ],
    },
    {
      title: 'Build',
      milestone: 'New system in service',
      steps: [
        {
          ref: 'buy',
          title: 'Order hardware, licences and off-site capacity',
          days: 15,
          hours: 8,
          after: ['decide'],
        },
        {
          ref: 'install',
          title: 'Install servers, repositories and the off-site copy',
          days: 4,
          hours: 24,
        },
        {
          ref: 'isolate',
          title: 'Separate its accounts and network from the domain',
          days: 2,
          hours: 12,
          priority: 'high',
          labels: ['security'],
        },
        {
          ref: 'monitor',
          title: 'Connect monitoring, alarms and the daily report',
          days: 2,
          hours: 8,
          after: ['install'],
        },
        {
          ref: 'keys',
          title: 'Keep encryption keys where a lost data centre leaves them',
          days: 1,
          hours: 4,
          after: ['isolate'],
          labels: ['security'],
        },
      ],
    },
    {
      title: 'Move the workloads',
      milestone: 'All workloads protected by the new system',
      steps: [
        {
          ref: 'pilot',
          title: 'Pilot with ten systems of every kind, restore each',
          days: 4,
          hours: 20,
          after: ['isolate', 'monitor', 'keys'],
        },
        { ref: 'virtual', title: 'Move virtual machines in waves', days: 8, hours: 32 },
        {
          ref: 'databases',
          title: 'Move databases, with logs and point-in-time restore',
          days: 6,
          hours: 30,
          after: ['pilot'],
          priority: 'high',
        },
        {
          ref: 'files',
          title: 'Move file services and what is left',
          days: 5,
          hours: 20,
          after: ['virtual'],
        },
      ],
    },
    {
      title: 'Prove restores',
      milestone: 'Restore test passed',
      steps: [
        {
          ref: 'single',
          title: 'Restore files, mailboxes and single tables with the service desk',
          days: 2,
          hours: 10,
          after: ['files', 'databases'],
        },
        {
          ref: 'full',
          title: 'Restore a whole application in isolation, by the clock',
          days: 3,
          hours: 20,
          priority: 'urgent',
        },
        {
          ref: 'ransom',
          title: 'Restore from the immutable copy as after an attack',
          days: 2,
          hours: 14,
          labels: ['security'],
          priority: 'high',
        },
      ],
    },
    {
      title: 'Retire the old system',
      milestone: 'Old system retired',
      steps: [
        {
          ref: 'keep',
          title: 'Keep the old system readable until its last retention ends, or copy that over',
          days: 10,
          hours: 16,
          after: ['ransom'],
        },
        {
          ref: 'train',
          title: 'Train operators and hand over runbooks',
          days: 3,
          hours: 12,
          after: ['ransom'],
        },
        {
          ref: 'erase',
          title: 'Erase media with a certificate and end the old contracts',
          days: 3,
          hours: 8,
          after: ['keep'],
        },
      ],
    },
  ]),
}
