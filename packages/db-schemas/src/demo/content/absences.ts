import type { PersonKey } from './people.ts'
import type { Slot } from './plan.ts'

/** Whole days off within the recorded weeks. */
export const absences: readonly { who: PersonKey; reason: string; days: readonly Slot[] }[] = [
  { who: 'tomas', reason: 'Annual leave', days: ['-3 Wed'] },
  { who: 'lena', reason: 'Annual leave', days: ['-6 Thu', '-6 Fri'] },
  { who: 'sara', reason: 'Training', days: ['-9 Mon', '-9 Tue'] },
  { who: 'dmitri', reason: 'Sick leave', days: ['-8 Tue', '-8 Wed'] },
  { who: 'priya', reason: 'Annual leave', days: ['-11 Thu', '-11 Fri'] },
  { who: 'rahel', reason: 'Annual leave', days: ['-2 Mon', '-2 Tue', '-2 Wed'] },
  { who: 'grzegorz', reason: 'Sick leave', days: ['-7 Thu'] },
  {
    who: 'ines',
    reason: 'Annual leave',
    days: ['-10 Mon', '-10 Tue', '-10 Wed', '-10 Thu', '-10 Fri'],
  },
  { who: 'fatima', reason: 'Parental leave', days: ['-4 Mon', '-4 Tue'] },
  { who: 'jonas', reason: 'Annual leave', days: ['-5 Fri'] },
]

/** What people do beside project tasks; managers first, then everybody else. */
export const activities = {
  project_manager: ['Steering and reporting', 'One-to-ones and team lead', 'Vendor calls'],
  contributor: ['On-call and incidents', 'Change windows and reviews', 'Support for other teams'],
} as const
