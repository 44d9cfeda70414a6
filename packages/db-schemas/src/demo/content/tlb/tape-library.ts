import { done, open, split } from '#demo/content/plan.ts'

export const tapeLibrary = split(
  101,
  'New tape library in DC2',
  'grzegorz',
  {
    about:
      'Two-frame LTO-9 library with eight drives replaces the 2013 library, which is out of support from the end of March.',
  },
  [
    done(105, 'Survey floor load and rack positions in DC2, row K', 'patrick', 12, '-12 Wed', {
      labels: ['Site'],
    }),
    done(106, 'Compare three library offers against the sizing', 'mayowa', 26, '-12 Fri', {
      labels: ['Vendor'],
    }),
    done(107, 'Order the library, drives and five years of support', 'mayowa', 10, '-11 Tue', {
      labels: ['Vendor'],
      after: [105, 106],
    }),
    done(108, 'Run two 32 A feeds to row K', 'patrick', 20, '-10 Thu', {
      labels: ['Site'],
      after: [105],
      late: 2,
    }),
    done(109, 'Reserve fabric ports for eight drives', 'grzegorz', 8, '-10 Mon', {
      labels: ['SAN'],
    }),
    done(110, 'Take delivery of both frames and check for damage', 'patrick', 8, '-7 Tue', {
      labels: ['Site', 'Vendor'],
      after: [107],
      late: 4,
      comments: {
        'patrick -33':
          'Frame 2 has a dented side panel, no internal damage. Photos are with the vendor.',
        'mayowa -33': 'Accepted with reservation, panel comes with the drives.',
      },
    }),
    done(111, 'Bolt the frames together and level them', 'grzegorz', 20, '-6 Wed', {
      comments: { 'grzegorz -28': 'Floor tile under frame 1 was 4 mm low, Facilities shimmed it.' },
      labels: ['Site'],
      after: [108, 110],
      late: 3,
    }),
    done(
      112,
      'Bring up library management and restrict it to the backup VLAN',
      'ines',
      12,
      '-4 Tue',
      {
        labels: ['Library'],
        after: [111],
        late: 2,
      },
    ),
    open(154, 'Swap failed LTO-9 drives 3 and 7, RMA open', 'grzegorz', 34, 'blocked', -4, {
      about:
        'Both drives fail the power-on self-test with code 6. RMA 7731-442 has been open since delivery.',
      labels: ['Library', 'Vendor'],
      priority: 'urgent',
      after: [111],
      progress: 10,
      moved: 12,
      started: 15,
      blocked: ['Replacement drives not delivered, RMA 7731-442', 12],
      milestone: 'Library accepted',
      comments: {
        'grzegorz -8':
          'Vendor confirms both drives are dead on arrival. Replacements ship from the Netherlands.',
        'mayowa -6': 'Asked the account manager for a date. No answer yet.',
        'grzegorz -3':
          'Still "in customs". I can start with six drives, but acceptance needs eight.',
        'mayowa -1': 'Escalating on Monday. Renting two drives would cost about 1,900 a month.',
      },
    }),
    open(
      113,
      'Update library and drive firmware to the supported level',
      'grzegorz',
      24,
      'in_progress',
      3,
      {
        comments: {
          'grzegorz -2':
            'Library is on the new level, drives 1 to 6 as well. 3 and 7 wait for their replacements.',
        },
        labels: ['Library'],
        after: [112],
        progress: 40,
        moved: 5,
        started: 6,
      },
    ),
    open(114, 'Acceptance run: 48 h at full speed on all drives', 'grzegorz', 60, 'blocked', 6, {
      comments: {
        'mayowa -5':
          'Vendor offers acceptance with six drives. I declined: then the missing two are our problem.',
      },
      labels: ['Library'],
      priority: 'high',
      after: [154, 113],
      moved: 12,
      blocked: ['Cannot start before drives 3 and 7 are replaced', 9],
      milestone: 'Library accepted',
    }),
    open(115, 'Label and load 480 LTO-9 cartridges', 'patrick', 52, 'in_progress', 4, {
      labels: ['Media'],
      progress: 20,
      started: 5,
      comments: { 'patrick -2': 'Label printer eats every fifth sheet. 96 of 480 are in.' },
    }),
    open(116, 'Set up encryption keys on the library’s key manager', 'ines', 38, 'todo', 12, {
      labels: ['Library'],
      after: [112],
    }),
    open(117, 'Connect the library to monitoring and call-home', 'rahel', 30, 'todo', 15, {
      labels: ['Library', 'Monitoring'],
      after: [112],
    }),
    open(118, 'Train the operators on cartridge handling', 'patrick', 30, 'backlog', 40, {
      labels: ['Runbook'],
      after: [115],
    }),
  ],
)
