import type { TaskView } from '@milepost/api-contracts/tasks'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { titleProblem } from './problems.ts'
import { texts } from './texts.ts'
import { type TaskField, useTaskField } from './use-task-field.ts'

const quiet =
  'block w-full rounded-sm border border-transparent bg-transparent -mx-1.5 px-1.5 py-1 hover:border-line-control focus:border-accent focus:outline-1 focus:outline-accent focus:-outline-offset-1 aria-invalid:border-red-mark'

/** Title and description, changed where they stand; leaving the field saves it. */
export const TaskText = ({ task }: { task: TaskView }) =>
  task.can.update === 'all' ? (
    <>
      <EditableText
        taskId={task.id}
        label={texts.title}
        value={task.title}
        maxLength={300}
        rows={1}
        singleLine
        className="resize-none font-semibold text-lg tracking-tight [field-sizing:content]"
        problemOf={titleProblem}
        toChange={(title) => ({ title })}
      />
      <div className="mt-2">
        <EditableText
          taskId={task.id}
          label={texts.description}
          value={task.description}
          maxLength={20_000}
          rows={3}
          className="min-h-15 resize-none text-ink-2 [field-sizing:content]"
          toChange={(description) => ({ description })}
        />
      </div>
    </>
  ) : (
    <>
      <h2 className="font-semibold text-lg tracking-tight">{task.title}</h2>
      <p className="mt-2 whitespace-pre-wrap text-ink-2">
        {task.description === '' ? texts.noDescription : task.description}
      </p>
    </>
  )

interface EditableTextProps extends TaskField {
  label: string
  rows: number
  maxLength: number
  /** Enter saves; a new line cannot be written. */
  singleLine?: boolean
  className: string
}

function EditableText(props: EditableTextProps) {
  const { label, rows, maxLength, singleLine = false, className, ...field } = props
  const { control, problem, problemId } = useTaskField(field)
  return (
    <>
      <textarea
        {...control}
        aria-label={label}
        placeholder={label}
        rows={rows}
        maxLength={maxLength}
        className={`${quiet} ${className}`}
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
