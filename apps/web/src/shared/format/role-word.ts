import type { Role } from '@milepost/api-contracts/roles'

const words: Record<Role, string> = {
  executive: 'Executive',
  project_manager: 'Project manager',
  contributor: 'Contributor',
  admin: 'Administrator',
}

export const roleWord = (role: Role) => words[role]
/** "Project manager, Contributor". */
export const roleWords = (roles: readonly Role[]) => roles.map(roleWord).join(', ')
