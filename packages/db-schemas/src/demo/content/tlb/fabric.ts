import { done, open, split } from '#demo/content/plan.ts'

export const fabric = split(
  103,
  'SAN and network for backup',
  'grzegorz',
  { about: 'The drives and the new servers need ports, zones and a backup VLAN of their own.' },
  [
    done(133, 'Document today’s zoning of both fabrics', 'grzegorz', 16, '-8 Wed', {
      labels: ['SAN'],
    }),
    done(134, 'Lay 16 OM4 trunks from row C to row K', 'patrick', 20, '-7 Fri', {
      labels: ['Site', 'SAN'],
      late: 1,
    }),
    done(135, 'Extend the backup VLAN to row K', 'rahel', 10, '-5 Mon', {
      labels: ['Network'],
      comments: { 'rahel -25': 'Dmitri’s team did the trunk ports the same afternoon. Thank you.' },
    }),
    done(136, 'Rezone SAN fabric A for the new library', 'grzegorz', 16, '-3 Wed', {
      labels: ['SAN'],
      after: [109, 133, 134],
      late: 3,
    }),
    open(153, 'Rezone SAN fabric B for the new library', 'grzegorz', 22, 'blocked', 0, {
      labels: ['SAN'],
      priority: 'high',
      after: [136],
      progress: 25,
      moved: 6,
      started: 7,
      blocked: ['Freeze on fabric B until the storage array’s firmware incident is closed', 4],
      comments: {
        'grzegorz -3':
          'Array 2 reset a port twice during the last zoning change. Vendor wants no changes until they have the dumps.',
      },
    }),
    open(137, 'Measure drive throughput per fabric', 'grzegorz', 34, 'backlog', 18, {
      labels: ['SAN', 'Monitoring'],
      after: [153, 114],
    }),
    open(138, 'Connect media servers with 2 × 25 GbE', 'rahel', 38, 'in_progress', 5, {
      comments: {
        'rahel -6': 'Cables are in, switch side needs a port profile. Ticket is with Network.',
      },
      labels: ['Network', 'Servers'],
      after: [135],
      progress: 30,
      started: 8,
      stale: 6,
    }),
    open(139, 'Separate backup traffic in the monitoring', 'rahel', null, 'todo', 20, {
      labels: ['Monitoring'],
      after: [138],
    }),
  ],
)
