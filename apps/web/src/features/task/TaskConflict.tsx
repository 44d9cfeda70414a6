import type { TaskView } from '@milepost/api-contracts/tasks'
import { Button } from '#shared/ui/Button.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { fieldWord } from './activity-words.ts'
import { conflictSettled, useConflict } from './conflict-store.ts'
import { words } from './discussion-texts.ts'
import { useChangeTask } from './task-query.ts'

const named = (fields: readonly string[]) => fields.map(fieldWord).join(', ')

/** Two changed the task at once: says which fields, and lets the second one decide. */
export function TaskConflict({ task }: { task: TaskView }) {
  const conflict = useConflict(task.id)
  const change = useChangeTask(task.id)
  if (!conflict) return null
  const { mine, theirs } = conflict
  return (
    <div
      role="alert"
      className="mb-3 rounded-md border border-amber-line bg-amber-bg px-3 py-2 text-amber-fg"
    >
      <p className="flex items-center gap-1.5 font-medium">
        <HealthMark health="amber" size={9} />
        {words.conflict}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-ink">
        {theirs.length > 0 && (
          <>
            <dt className="text-ink-2">{words.conflictFields}</dt>
            <dd>{named(theirs)}</dd>
          </>
        )}
        <dt className="text-ink-2">{words.yours}</dt>
        <dd>{named(Object.keys(mine))}</dd>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            conflictSettled()
            change.mutate(mine)
          }}
        >
          {words.keepMine}
        </Button>
        <Button size="sm" variant="ghost" onClick={conflictSettled}>
          {words.keepTheirs}
        </Button>
      </div>
    </div>
  )
}
