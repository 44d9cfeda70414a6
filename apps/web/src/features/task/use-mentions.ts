import type { PersonRef } from '@milepost/api-contracts/common'
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { optionId } from './MentionList.tsx'
import { insertMention, mentionAt, peopleFor } from './mentions.ts'

interface MentionsOptions {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  members: readonly PersonRef[]
  onMention: (text: string, person: PersonRef) => void
}

/** Offers people while an @ is being typed: arrows walk, Enter or Tab chooses, Esc declines. */
export function useMentions({ field, text, members, onMention }: MentionsOptions) {
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [declined, setDeclined] = useState<number | null>(null)
  const wantedCaret = useRef<number | null>(null)
  const asked = mentionAt(text, caret)
  const open = asked !== null && asked.from !== declined
  const people = open ? peopleFor(asked.query, members) : []
  const current = people[Math.min(active, people.length - 1)]

  useLayoutEffect(() => {
    if (wantedCaret.current === null) return
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = null
  })

  function caretMoved() {
    const { selectionStart } = field.current ?? { selectionStart: 0 }
    if (selectionStart === caret) return
    setCaret(selectionStart)
    setActive(0)
  }

  function choose(person: PersonRef) {
    if (!asked) return
    const inserted = insertMention(text, asked, person)
    wantedCaret.current = inserted.caret
    setCaret(inserted.caret)
    onMention(inserted.text, person)
  }

  /** Whether the key was for the list. */
  function handleKey(event: KeyboardEvent): boolean {
    if (!current || !asked) return false
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const chooses =
      event.key === 'Tab' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
    if (step !== undefined)
      setActive((people.indexOf(current) + step + people.length) % people.length)
    else if (chooses) choose(current)
    else if (event.key === 'Escape') setDeclined(asked.from)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    ...{ id, people, caretMoved, choose, handleKey },
    active: current ? people.indexOf(current) : -1,
    control: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': current ? id : undefined,
      'aria-activedescendant': current && optionId(id, current.id),
    },
  }
}
