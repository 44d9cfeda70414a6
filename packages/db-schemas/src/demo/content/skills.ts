/** By the heading under which the skills page lists them. */
export const skills = {
  'Network and security': [
    'Routing and switching',
    'Firewalls',
    'Load balancing',
    'Web application firewalls',
    'API security',
    'Certificates and PKI',
    'Vulnerability management',
  ],
  'Storage and backup': [
    'Backup and recovery',
    'Tape libraries',
    'Fibre Channel and SAN',
    'Data centre operations',
  ],
  Platform: [
    'Cloud landing zones',
    'Infrastructure as code',
    'Linux administration',
    'Windows Server',
    'Oracle Database',
    'Mail systems',
    'Observability',
    'Log management',
  ],
  Delivery: ['Project delivery', 'Vendor management'],
} as const

export type SkillName = (typeof skills)[keyof typeof skills][number]
