import { useEffect, useRef, useState } from 'react'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'

interface FindFieldProps {
  text: string
  onChange: (text: string) => void
}

/** An address takes a moment to change; what is typed must not wait for it. */
export function FindField({ text, onChange }: FindFieldProps) {
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
      aria-label={texts.find}
      placeholder={texts.find}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      className="w-36!"
    />
  )
}
