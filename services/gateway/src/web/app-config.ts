import type { AppConfig } from '@milepost/api-contracts/app-config'

const password = 'milepost-demo-only'

/** The people of the demo portfolio a visitor may be, and what each is good for. */
const demoAccounts: AppConfig['demo_accounts'] = [
  {
    email: 'executive@milepost.example',
    password,
    display_name: 'Helen Vasquez',
    role: 'executive',
    purpose: 'the live portfolio and its summary',
  },
  {
    email: 'manager@milepost.example',
    password,
    display_name: 'Priya Raman',
    role: 'project_manager',
    purpose: 'projects, boards and milestones',
  },
  {
    email: 'contributor@milepost.example',
    password,
    display_name: 'Sara Andersson',
    role: 'contributor',
    purpose: 'my work and my week',
  },
  {
    email: 'admin@milepost.example',
    password,
    display_name: 'Omar Bensaid',
    role: 'admin',
    purpose: 'people, teams and access',
  },
]

/** What the app must know before anybody has signed in. */
export const appConfig = (version: string, demoProfile: boolean): AppConfig => ({
  version,
  demo_accounts: demoProfile ? demoAccounts : [],
})
