import type { PersonRef } from '@milepost/api-contracts/common'
import { clsx } from 'clsx'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { words } from './discussion-texts.ts'

interface MentionListProps {
  id: string
  people: readonly PersonRef[]
  active: number
  onChoose: (person: PersonRef) => void
}

export const optionId = (listId: string, personId: string) => `${listId}-${personId}`

/** Who can be mentioned, above what is being typed. The text keeps the focus. */
export const MentionList = ({ id, people, active, onChoose }: MentionListProps) => (
  <div
    id={id}
    role="listbox"
    aria-label={words.people}
    className="absolute inset-x-0 bottom-full z-(--z-menu) mb-1 rounded-lg bg-raised p-1 shadow-float"
  >
    {people.map((person, index) => (
      <div
        key={person.id}
        id={optionId(id, person.id)}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        // Before the press takes the focus away from the text.
        onPointerDown={(event) => {
          event.preventDefault()
          onChoose(person)
        }}
        className={clsx(
          'flex h-7 cursor-pointer items-center gap-2 rounded-sm px-2 max-sm:h-10',
          index === active ? 'bg-hover' : 'hover:bg-hover',
        )}
      >
        <Avatar name={person.display_name} decorative />
        {person.display_name}
      </div>
    ))}
  </div>
)
