import { useEffect, useRef, useState } from 'react'
import { Input } from './Input.tsx'

interface FindFieldProps {
  /** What is searched: "Find in this list". */
  label: string
  text: string
  onChange: (text: string) => void
}

/** An address takes a moment to change; what is typed must not wait for it. */
export function FindField({ label, text, onChange }: FindFieldProps) {
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(text)
  }, [text])
  return (
    <Input
      ref={input}
      compact
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      className="w-36! flex-none"
    />
  )
}
