import type { PlannedProject } from '#demo/content/plan.ts'
import { backupServers } from './backup-servers.ts'
import { fabric } from './fabric.ts'
import { mediaAndRestores } from './media-and-restores.ts'
import { tapeLibrary } from './tape-library.ts'

export const tapeLibraryReplacement: PlannedProject = {
  key: 'TLB',
  name: 'Tape Library & Backup Server Replacements',
  about:
    'A new LTO-9 library in DC2 and four new media servers, seven years of media copied, and every kind of restore proved before the old hardware goes out of support.',
  team: 'storage',
  manager: 'mayowa',
  category: 'Infrastructure refresh',
  start: '-12 Mon',
  finish: '13 Fri',
  declared: 'amber',
  note: 'Two drives dead on arrival, replacements are promised. What does not need them goes on.',
  computed: [
    { health: 'green', days: 80, rules: [] },
    { health: 'amber', days: 26, rules: ['schedule_slippage'] },
    { health: 'red', days: 12, rules: ['schedule_slippage', 'blocked_tasks'] },
  ],
  wipLimits: { in_progress: 8 },
  milestones: [
    {
      name: 'Hardware ordered',
      about: 'Library, drives and four servers.',
      due: '-9 Wed',
      achieved: '-9 Wed',
    },
    {
      name: 'Library frames installed',
      about: 'Levelled, powered and reachable.',
      due: '-6 Wed',
      original: '-7 Fri',
      achieved: '-6 Wed',
    },
    {
      name: 'Library accepted',
      about: '48 hours at full speed on eight drives.',
      due: '2 Fri',
      original: '-1 Wed',
    },
    {
      name: 'Backup servers in production',
      about: 'Every policy runs on the new servers.',
      due: '9 Fri',
    },
    {
      name: 'Old media copied',
      about: 'Finance and project archives on LTO-9, two copies each.',
      due: '11 Fri',
    },
    {
      name: 'Restores proved',
      about: 'Mailbox store, database and file server restored from tape.',
      due: '11 Wed',
    },
    {
      name: 'Old library out of the building',
      about: 'Wiped, dismantled, off the support contract.',
      due: '13 Fri',
    },
  ],
  tasks: [tapeLibrary, backupServers, fabric, mediaAndRestores],
}
