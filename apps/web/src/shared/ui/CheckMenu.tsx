import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { buttonClass } from './button-class.ts'
import { Chip } from './Chip.tsx'
import { Icon } from './Icon.tsx'
import { useFloating } from './use-floating.ts'
import { useLeave } from './use-leave.ts'

export interface Choice {
  value: string
  label: string
  mark?: ReactNode
}

interface CheckMenuProps {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  /** What is ticked is not said, as if nothing was narrowed down. */
  plain?: boolean
  /** At most one at a time. */
  single?: boolean
  onChange: (chosen: string[]) => void
}

/** A chip that opens a list to tick several of; it stays open until the reader goes on. */
export function CheckMenu({
  label,
  choices,
  chosen,
  plain = false,
  single,
  onChange,
}: CheckMenuProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const names = choices.filter(({ value }) => chosen.includes(value)).map((one) => one.label)
  const trigger = {
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onClick: () => setOpen((was) => !was),
  } as const

  return (
    <span ref={anchor} className="inline-flex">
      {plain ? (
        <button
          {...trigger}
          type="button"
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
        >
          {label}
          <Icon name="down" size={12} />
        </button>
      ) : (
        <Chip {...trigger} opens adds={chosen.length === 0}>
          {names.length === 0 ? (
            label
          ) : (
            <b className="font-medium text-accent">{said(label, names)}</b>
          )}
        </Chip>
      )}
      {open && (
        <CheckList
          {...{ label, choices, chosen, anchor }}
          single={single ?? false}
          onChange={onChange}
          onClose={() => {
            setOpen(false)
            anchor.current?.querySelector('button')?.focus()
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </span>
  )
}

const said = (label: string, names: readonly string[]) =>
  names.length === 1 ? `${label}: ${names[0]}` : `${label}: ${names.length}`

interface CheckListProps extends Omit<CheckMenuProps, 'plain'> {
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  onLeave: () => void
}

function CheckList(props: CheckListProps) {
  const { label, choices, chosen, anchor, single, onChange, onClose, onLeave } = props
  // An address takes a moment to change; a tick must not.
  const [ticked, setTicked] = useState(chosen)
  const list = useRef<HTMLDivElement>(null)
  useFloating(true, anchor, list, 'bottom-start')
  useLeave(list, anchor, onLeave)
  useEffect(() => list.current?.querySelector('input')?.focus(), [])

  function toggle(value: string) {
    const next = ticked.includes(value)
      ? ticked.filter((one) => one !== value)
      : [...(single ? [] : ticked), value]
    setTicked(next)
    onChange(next)
  }

  return createPortal(
    <div
      ref={list}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (event.key === 'Escape') onClose()
        else if (step !== undefined) focusNext(list.current, step)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
      className="fixed z-(--z-menu) max-h-[min(400px,calc(100vh-16px))] min-w-48 max-w-80 overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
    >
      {choices.map(({ value, label: name, mark }) => (
        <label
          key={value}
          className="flex h-7 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-hover max-sm:h-10"
        >
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={() => toggle(value)}
            className="size-3.5 accent-(--color-accent)"
          />
          {mark}
          <span className="min-w-0 truncate">{name}</span>
        </label>
      ))}
    </div>,
    document.body,
  )
}

function focusNext(list: HTMLElement | null, step: number): void {
  const boxes = [...(list?.querySelectorAll('input') ?? [])]
  const at = boxes.findIndex((box) => box.matches(':focus'))
  boxes[(at + step + boxes.length) % boxes.length]?.focus()
}
