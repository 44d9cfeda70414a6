import type { TaskView } from '@milepost/api-contracts/tasks'
import { EditableText } from './EditableText.tsx'
import { titleProblem } from './problems.ts'
import { TaskDescription } from './TaskDescription.tsx'
import { texts } from './texts.ts'

/** Title and description, changed where they stand; leaving the field saves it. */
export const TaskText = ({ task }: { task: TaskView }) => (
  <>
    {task.can.update === 'all' ? (
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
    ) : (
      <h2 className="font-semibold text-lg tracking-tight">{task.title}</h2>
    )}
    <div className="mt-2">
      <TaskDescription task={task} />
    </div>
  </>
)
