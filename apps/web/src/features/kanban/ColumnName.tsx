import { useRef } from 'react'
import { texts } from './texts.ts'

interface ColumnNameProps {
  name: string
  editing: boolean
  /** With the name as it was when it was left alone. */
  onEdited: (name: string) => void
}

/** A column's name, or the field to write another one: Enter keeps it, Escape does not. */
export function ColumnName({ name, editing, onEdited }: ColumnNameProps) {
  const given = useRef(false)
  if (!editing) return <h2 className="truncate font-semibold">{name}</h2>

  function finish(next: string) {
    if (given.current) return
    given.current = true
    onEdited(next.trim() === '' ? name : next.trim())
  }
  return (
    <input
      ref={(field) => {
        if (!field || document.activeElement === field) return
        given.current = false
        field.focus()
        field.select()
      }}
      aria-label={texts.columnName}
      defaultValue={name}
      maxLength={60}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value)
        else if (event.key === 'Escape') finish(name)
        else return
        event.stopPropagation()
      }}
      className="h-6 w-full min-w-0 rounded-sm border border-line-control bg-surface px-1 font-semibold"
    />
  )
}
