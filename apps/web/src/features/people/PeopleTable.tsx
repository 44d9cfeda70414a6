import type { UserView } from '@milepost/api-contracts/people'
import { clsx } from 'clsx'
import { roleWords } from '#shared/format/role-word.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Badge } from '#shared/ui/Badge.tsx'
import { texts } from './texts.ts'

const { columns } = texts
const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : texts.none)

export const PeopleTable = ({ people }: { people: readonly UserView[] }) => (
  <table className="w-full table-fixed border-collapse max-sm:block">
    <thead className="max-sm:sr-only">
      <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
        <th scope="col" className="w-[34%] pl-4!">
          {columns.name}
        </th>
        <th scope="col" className="w-[17%]">
          {columns.roles}
        </th>
        <th scope="col" className="w-[18%]">
          {columns.teams}
        </th>
        <th scope="col" className="pr-4!">
          {columns.skills}
        </th>
      </tr>
    </thead>
    <tbody className="max-sm:block">
      {people.map((person) => (
        <tr
          key={person.id}
          className="h-14 border-line border-t *:px-2 *:py-2 hover:bg-hover max-sm:block max-sm:h-auto max-sm:py-2 max-sm:*:block max-sm:*:px-4! max-sm:*:py-0.5"
        >
          <td className="pl-4!">
            <span className="flex items-center gap-3">
              <Avatar name={person.display_name} size="lg" decorative />
              <span className="min-w-0">
                <span
                  className={clsx(
                    'block truncate font-medium',
                    person.is_active === false && 'text-ink-3',
                  )}
                >
                  {person.display_name}
                </span>
                <span className="block truncate text-ink-3 text-xs" title={person.email}>
                  {person.email}
                </span>
              </span>
              {person.is_active === false && (
                <Badge tone="unknown" plain>
                  {texts.inactive}
                </Badge>
              )}
            </span>
          </td>
          <td className="text-ink-2">{roleWords(person.roles ?? [])}</td>
          <td className="text-ink-2">{listed((person.teams ?? []).map((team) => team.name))}</td>
          <td className="pr-4! text-ink-2">
            <span className="line-clamp-2" title={skillsOf(person)}>
              {skillsOf(person)}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const skillsOf = ({ skills }: UserView) =>
  listed(skills.map(({ name, level }) => `${name} ${level}`))
