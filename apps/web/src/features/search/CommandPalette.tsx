import type { SearchResult } from '@milepost/api-contracts/search'
import { clsx } from 'clsx'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { explain } from '#shared/api/api-problem.ts'
import { useMe } from '#shared/api/session-store.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { useModal } from '#shared/ui/use-modal.ts'
import { groupsFor, type PaletteItem } from './palette-items.ts'
import { itemChosen, recentItems } from './recent-items.ts'
import { useSearch } from './search-query.ts'
import { texts } from './texts.ts'

interface CommandPaletteProps {
  commands: readonly PaletteItem[]
  /** Where the work of a person is listed; undefined where there is no such page. */
  personPath: (personId: string) => string | undefined
  onClose: () => void
}

const markOf = ({ status }: SearchResult['tasks'][number]) => (
  <StatusMark status={status} label={statusWord[status]} />
)

/** One field for finding and doing. The focus stays in it; the arrows walk the list below. */
export function CommandPalette({ commands, personPath, onClose }: CommandPaletteProps) {
  const dialog = useModal(onClose)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const navigate = useNavigate()
  const readerId = useMe()?.id ?? ''
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const search = useSearch(typed)
  const found = typed.trim() === '' ? undefined : search.data
  const recent = recentItems(readerId)
  const groups = groupsFor({ typed, commands, recent, found, markOf, personPath })
  const items = groups.flatMap((group) => group.items)
  const current = items[Math.min(at, items.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })

  function choose(item: PaletteItem | undefined) {
    if (!item) return
    onClose()
    item.run?.()
    if (item.to === undefined) return
    itemChosen(readerId, { id: item.id, label: item.label, detail: item.detail ?? '', to: item.to })
    void navigate(item.to)
  }
  function pressed(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') choose(current)
    else if (step !== undefined && items.length > 0) {
      setAt((Math.min(at, items.length - 1) + step + items.length) % items.length)
    } else return
    event.preventDefault()
  }
  const optionId = (item: PaletteItem) => `${id}-${item.id}`

  return (
    <dialog
      ref={dialog}
      aria-label={texts.title}
      className="mx-auto mt-[12vh] mb-auto w-[600px] max-w-[calc(100vw-24px)] rounded-lg bg-raised p-0 text-ink shadow-float backdrop:bg-scrim max-sm:mt-3"
    >
      <div className="flex items-center gap-2 border-line border-b px-4">
        <Icon name="search" className="flex-none text-ink-3" />
        <input
          {...combobox}
          aria-controls={`${id}-list`}
          aria-activedescendant={current && optionId(current)}
          aria-label={texts.title}
          placeholder={texts.placeholder}
          value={typed}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={pressed}
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        {...listbox}
        className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5"
      >
        {groups.map((group) => (
          <fieldset key={group.heading} className="not-first:mt-1">
            <legend className="px-2.5 pt-1.5 pb-1 text-ink-3 text-xs">{group.heading}</legend>
            {group.items.map((item) => (
              <Option
                key={item.id}
                id={optionId(item)}
                item={item}
                selected={item === current}
                onReach={() => setAt(items.indexOf(item))}
                onChoose={() => choose(item)}
              />
            ))}
          </fieldset>
        ))}
        <Message
          searching={search.isFetching}
          failure={search.isError ? explain(search.error) : undefined}
          empty={items.length === 0}
        />
      </div>
      <footer className="flex items-center gap-3 border-line border-t px-4 py-2 text-ink-3 text-xs max-sm:hidden">
        <span className="min-w-0 flex-1 truncate">{texts.hint}</span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {texts.walk}
        </span>
        <span>
          <Kbd>↵</Kbd> {texts.choose}
        </span>
      </footer>
    </dialog>
  )
}

const combobox = { role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list' } as const
const listbox = { role: 'listbox', 'aria-label': texts.title } as const

interface OptionProps {
  id: string
  item: PaletteItem
  selected: boolean
  onReach: () => void
  onChoose: () => void
}

const Option = ({ id, item, selected, onReach, onChoose }: OptionProps) => (
  <button
    type="button"
    id={id}
    role="option"
    aria-selected={selected}
    tabIndex={-1}
    onPointerMove={selected ? undefined : onReach}
    onClick={onChoose}
    className={clsx(
      'flex min-h-9 w-full items-center gap-2.5 rounded-sm px-2.5 py-1 text-left max-sm:min-h-11',
      selected && 'bg-selected',
    )}
  >
    <span className="grid w-4 flex-none place-items-center text-ink-3">
      {item.mark ?? (item.icon && <Icon name={item.icon} size={14} />)}
    </span>
    <span className="min-w-0 flex-1 truncate">{item.label}</span>
    {item.detail && (
      <span className="max-w-[45%] flex-none truncate text-ink-3 text-xs">{item.detail}</span>
    )}
    {item.keys?.split(' ').map((key) => (
      <Kbd key={key}>{key}</Kbd>
    ))}
  </button>
)

interface MessageProps {
  searching: boolean
  failure: string | undefined
  empty: boolean
}

function Message({ searching, failure, empty }: MessageProps) {
  if (failure !== undefined) {
    return (
      <p role="alert" className="px-2.5 py-3 text-red-fg">
        {texts.failed}. {failure}
      </p>
    )
  }
  if (!empty) return null
  return (
    <div role="status" className="px-2.5 py-4">
      <p className="font-medium">{searching ? texts.searching : texts.nothing}</p>
      {!searching && <p className="mt-0.5 text-ink-3">{texts.nothingHint}</p>}
    </div>
  )
}
