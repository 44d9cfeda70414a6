import { type ReactNode, useId } from 'react'
import { FieldError } from './FieldError.tsx'

/** What a control needs to belong to its label and its error. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: string
  /** Below the control, while nothing is wrong. */
  hint?: string
  error?: string | undefined
  children: (control: FieldControl) => ReactNode
}

/** Label above, control, then what is wrong or what helps. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const below = `${id}-below`
  const bad = error !== undefined
  return (
    <div className="mt-3.5">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': bad || hint ? below : undefined,
        'aria-invalid': bad || undefined,
      })}
      {bad ? (
        <FieldError id={below} text={error} />
      ) : (
        hint && (
          <p id={below} className="mt-1.5 text-ink-3 text-xs">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
