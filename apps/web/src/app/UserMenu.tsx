import { useNavigate } from 'react-router'
import { useMe } from '#shared/api/session-store.ts'
import { roleWords } from '#shared/format/role-word.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import type { MenuItem } from '#shared/ui/menu-items.ts'
import { type Theme, themeChosen, useTheme } from '#shared/ui/theme-store.ts'
import { signOut } from './sign-out.ts'

const themes: { theme: Theme; label: string; icon: MenuItem['icon'] & string }[] = [
  { theme: 'light', label: 'Light', icon: 'sun' },
  { theme: 'dark', label: 'Dark', icon: 'moon' },
  { theme: 'system', label: 'As the system', icon: 'system' },
]

/** Who is signed in, the theme, and the way out. */
export function UserMenu() {
  const me = useMe()
  const chosen = useTheme()
  const navigate = useNavigate()
  if (!me) return null

  async function leave() {
    await signOut()
    await navigate('/sign-in')
  }
  const groups = [
    {
      heading: 'Theme',
      items: themes.map(({ theme, label, icon }) => ({
        label,
        icon,
        checked: theme === chosen,
        onSelect: () => themeChosen(theme),
      })),
    },
    { items: [{ label: 'Sign out', icon: 'leave' as const, onSelect: () => void leave() }] },
  ]

  return (
    <Menu label="Account" groups={groups} placement="top-start" className="-mx-2 flex">
      {(trigger) => (
        <button
          type="button"
          {...trigger}
          aria-label={`Account of ${me.display_name}`}
          className="flex w-full min-w-0 items-center gap-2 border-line border-t px-4 pt-2 pb-3 hover:bg-hover"
        >
          <Avatar name={me.display_name} size="lg" decorative />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium leading-4">{me.display_name}</span>
            <span className="block truncate text-ink-3 text-xs">{roleWords(me.roles)}</span>
          </span>
          <Icon name="settings" />
        </button>
      )}
    </Menu>
  )
}
