import type { SkillName } from './skills.ts'

export type TeamKey = 'network' | 'storage' | 'cloud'

export const teams: Record<TeamKey, { name: string; description: string }> = {
  network: {
    name: 'Network & Security',
    description: 'Data centre network, perimeter, application firewalls and certificates.',
  },
  storage: {
    name: 'Storage & Backup',
    description: 'SAN, tape and disk backup, restores and retention.',
  },
  cloud: {
    name: 'Cloud Platform',
    description: 'Landing zone, server platforms, patching and the platform services on them.',
  },
}

export interface Person {
  name: string
  /** Before the @. The four demo logins are named after their role, everybody else after themselves. */
  login: string
  role: 'admin' | 'executive' | 'project_manager' | 'contributor'
  team?: TeamKey
  isLead?: boolean
  /** Contracted working time; a person without it counts in no utilization. */
  weeklyMinutes?: number
  /** Share of the working time that ends up in the timesheet, in an ordinary week. */
  load?: number
  /** Level 1–5, and how many weeks ago it was last used. */
  skills?: Partial<Record<SkillName, readonly [level: number, weeksAgo: number]>>
}

const staff = {
  helen: { name: 'Helen Vasquez', login: 'executive', role: 'executive' },
  omar: { name: 'Omar Bensaid', login: 'admin', role: 'admin' },

  priya: {
    name: 'Priya Raman',
    login: 'manager',
    role: 'project_manager',
    team: 'network',
    isLead: true,
    weeklyMinutes: 2400,
    load: 0.9,
    skills: {
      'Project delivery': [5, 0],
      'Web application firewalls': [3, 4],
      'API security': [3, 1],
      'Vendor management': [4, 0],
    },
  },
  dmitri: {
    name: 'Dmitri Kuznets',
    login: 'dmitri.kuznets',
    role: 'contributor',
    team: 'network',
    weeklyMinutes: 2280,
    load: 0.93,
    skills: {
      'Routing and switching': [5, 0],
      Firewalls: [5, 0],
      'Load balancing': [4, 3],
      'Log management': [3, 1],
    },
  },
  sara: {
    name: 'Sara Andersson',
    login: 'contributor',
    role: 'contributor',
    team: 'network',
    weeklyMinutes: 2400,
    load: 0.98,
    skills: {
      'Web application firewalls': [5, 0],
      'API security': [4, 0],
      'Certificates and PKI': [4, 0],
      'Infrastructure as code': [2, 30],
    },
  },
  lena: {
    name: 'Lena Novak',
    login: 'lena.novak',
    role: 'contributor',
    team: 'network',
    weeklyMinutes: 2400,
    load: 0.94,
    skills: {
      'Web application firewalls': [4, 0],
      'Certificates and PKI': [3, 1],
      'Log management': [4, 2],
      'Mail systems': [3, 9],
    },
  },
  tomas: {
    name: 'Tomás Meireles',
    login: 'tomas.meireles',
    role: 'contributor',
    team: 'network',
    weeklyMinutes: 2400,
    load: 0.93,
    skills: {
      'Load balancing': [3, 2],
      'API security': [2, 0],
      'Mail systems': [4, 7],
      Firewalls: [2, 16],
    },
  },

  mayowa: {
    name: 'Mayowa Oyelaran',
    login: 'mayowa.oyelaran',
    role: 'project_manager',
    team: 'storage',
    isLead: true,
    weeklyMinutes: 2400,
    load: 0.74,
    skills: {
      'Project delivery': [4, 0],
      'Tape libraries': [3, 2],
      'Vendor management': [4, 0],
      'Backup and recovery': [4, 5],
    },
  },
  ines: {
    name: 'Inés Castellanos',
    login: 'ines.castellanos',
    role: 'contributor',
    team: 'storage',
    weeklyMinutes: 2400,
    load: 0.72,
    skills: {
      'Backup and recovery': [5, 0],
      'Tape libraries': [4, 0],
      'Linux administration': [4, 0],
    },
  },
  grzegorz: {
    name: 'Grzegorz Wolski',
    login: 'grzegorz.wolski',
    role: 'contributor',
    team: 'storage',
    weeklyMinutes: 2400,
    load: 0.7,
    skills: {
      'Fibre Channel and SAN': [5, 0],
      'Tape libraries': [3, 1],
      'Data centre operations': [4, 0],
    },
  },
  rahel: {
    name: 'Rahel Tesfaye',
    login: 'rahel.tesfaye',
    role: 'contributor',
    team: 'storage',
    weeklyMinutes: 1920,
    load: 0.75,
    skills: {
      'Backup and recovery': [3, 0],
      'Windows Server': [4, 2],
      'Data centre operations': [3, 1],
    },
  },
  patrick: {
    name: 'Patrick Donnelly',
    login: 'patrick.donnelly',
    role: 'contributor',
    team: 'storage',
    weeklyMinutes: 2400,
    load: 0.7,
    skills: { 'Data centre operations': [4, 0], 'Fibre Channel and SAN': [2, 6] },
  },

  ana: {
    name: 'Ana Duarte',
    login: 'ana.duarte',
    role: 'project_manager',
    team: 'cloud',
    isLead: true,
    weeklyMinutes: 2400,
    load: 0.76,
    skills: {
      'Project delivery': [5, 0],
      'Cloud landing zones': [4, 1],
      'Vendor management': [3, 3],
      'Infrastructure as code': [3, 8],
    },
  },
  jonas: {
    name: 'Jonas Lindqvist',
    login: 'jonas.lindqvist',
    role: 'project_manager',
    team: 'cloud',
    weeklyMinutes: 2400,
    load: 0.74,
    skills: {
      'Project delivery': [4, 0],
      'Vulnerability management': [5, 0],
      'Windows Server': [3, 12],
    },
  },
  kenji: {
    name: 'Kenji Morita',
    login: 'kenji.morita',
    role: 'contributor',
    team: 'cloud',
    weeklyMinutes: 2400,
    load: 0.78,
    skills: {
      'Cloud landing zones': [5, 0],
      'Infrastructure as code': [5, 0],
      'Linux administration': [4, 0],
      Observability: [3, 1],
    },
  },
  fatima: {
    name: 'Fatima El-Amrani',
    login: 'fatima.elamrani',
    role: 'contributor',
    team: 'cloud',
    weeklyMinutes: 1920,
    load: 0.77,
    skills: {
      'Vulnerability management': [4, 0],
      'Windows Server': [5, 0],
      'Mail systems': [4, 6],
    },
  },
  callum: {
    name: 'Callum Reid',
    login: 'callum.reid',
    role: 'contributor',
    team: 'cloud',
    weeklyMinutes: 2400,
    load: 0.72,
    skills: {
      'Oracle Database': [5, 2],
      'Linux administration': [3, 0],
      'Vulnerability management': [2, 1],
    },
  },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof staff
export const people: Readonly<Record<PersonKey, Person>> = staff
export const personKeys = Object.keys(staff) as PersonKey[]
