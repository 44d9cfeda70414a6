import { FieldError } from '#shared/ui/FieldError.tsx'
import { useFirstFocus } from './use-first-focus.ts'
import { type TaskField, useTaskField } from './use-task-field.ts'

const quiet =
  'block w-full rounded-sm border border-transparent bg-transparent -mx-1.5 px-1.5 py-1 hover:border-line-control focus:border-accent focus:outline-1 focus:outline-accent focus:-outline-offset-1 aria-invalid:border-red-mark'

interface EditableTextProps extends TaskField {
  label: string
  rows: number
  maxLength: number
  /** Enter saves; a new line cannot be written. */
  singleLine?: boolean
  /** It just appeared, to be written in. */
  focused?: boolean
  className: string
  /** The field was left without anything to complain about. */
  onLeft?: () => void
}

export function EditableText(props: EditableTextProps) {
  const {
    label,
    rows,
    maxLength,
    singleLine = false,
    focused = false,
    className,
    onLeft,
    ...field
  } = props
  const area = useFirstFocus<HTMLTextAreaElement>(focused)
  const { control, problem, problemId } = useTaskField(field)
  return (
    <>
      <textarea
        {...control}
        aria-label={label}
        placeholder={label}
        rows={rows}
        maxLength={maxLength}
        ref={area}
        className={`${quiet} ${className}`}
        onBlur={() => {
          control.onBlur()
          if (problem === null) onLeft?.()
        }}
        onKeyDown={(event) => {
          if (!singleLine || event.key !== 'Enter') return
          event.preventDefault()
          event.currentTarget.blur()
        }}
      />
      {problem !== null && <FieldError id={problemId} text={problem} />}
    </>
  )
}
