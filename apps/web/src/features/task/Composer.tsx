import type { PersonRef } from '@milepost/api-contracts/common'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { words } from './discussion-texts.ts'
import { Markdown } from './Markdown.tsx'
import { MentionList } from './MentionList.tsx'
import { fromMarkup, toMarkup } from './mentions.ts'
import { useMentions } from './use-mentions.ts'

interface ComposerProps {
  label: string
  send: string
  /** The comment's markdown that is edited; empty for a new one. */
  body?: string
  members: readonly PersonRef[]
  problem: string | null
  isSending: boolean
  onSend: (body: string, done: () => void) => void
  onCancel?: () => void
}

const lengthMax = 10_000

/** Where a comment is written: people after an @, and how it will look. */
export function Composer(props: ComposerProps) {
  const { label, send, body = '', members, problem, isSending, onSend, onCancel } = props
  const [{ text, people }, setDraft] = useState(() => fromMarkup(body))
  const [previewing, setPreviewing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions({
    ...{ field, text, members },
    onMention: (changed, person) => setDraft({ text: changed, people: [...people, person] }),
  })
  const markdown = toMarkup(text.trim(), people)

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (markdown === '' || isSending) return
    onSend(markdown, () => {
      setDraft({ text: '', people: [] })
      setPreviewing(false)
    })
  }

  return (
    <form onSubmit={handleSubmit} className="mt-3 grid gap-2">
      {previewing ? (
        <div className="min-h-16 rounded-md border border-line px-2.5 py-1.5">
          {markdown === '' ? (
            <p className="text-ink-3">{words.nothingToPreview}</p>
          ) : (
            <Markdown text={markdown} />
          )}
        </div>
      ) : (
        <div className="relative">
          <textarea
            ref={field}
            {...mentions.control}
            aria-label={label}
            placeholder={label}
            value={text}
            maxLength={lengthMax}
            onChange={({ target }) => {
              setDraft({ text: target.value, people })
              mentions.caretMoved()
            }}
            onSelect={mentions.caretMoved}
            onKeyDown={(event) => {
              if (mentions.handleKey(event)) return
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSubmit(event)
              if (event.key === 'Escape' && onCancel) {
                event.preventDefault()
                onCancel()
              }
            }}
            className="block min-h-16 w-full resize-none rounded-md border border-line-control bg-surface px-2.5 py-1.5 [field-sizing:content] max-sm:text-lg"
          />
          {mentions.people.length > 0 && (
            <MentionList
              id={mentions.id}
              people={mentions.people}
              active={mentions.active}
              onChoose={mentions.choose}
            />
          )}
        </div>
      )}
      {problem !== null && <FieldError text={problem} />}
      <div className="flex items-center gap-2">
        <p className="flex-1 text-ink-3 text-xs max-sm:hidden">{words.mentionHint}</p>
        <span className="hidden flex-1 max-sm:block" />
        <Button variant="ghost" size="sm" onClick={() => setPreviewing(!previewing)}>
          {previewing ? words.write : words.preview}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
        <Button type="submit" size="sm" {...(isSending && { disabledReason: words.sending })}>
          {send}
        </Button>
      </div>
    </form>
  )
}
