import type { WeekRow } from '@milepost/api-contracts/timesheets'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { texts } from './texts.ts'
import { fetchBookableProjects, fetchBookableTasks } from './timesheet-api.ts'
import { emptyRow } from './week.ts'

interface AddTaskDialogProps {
  onAdd: (row: WeekRow) => void
  onClose: () => void
}

/** Any open task of the person's teams, also one assigned to somebody else. */
export function AddTaskDialog({ onAdd, onClose }: AddTaskDialogProps) {
  const [projectId, setProjectId] = useState('')
  const [taskId, setTaskId] = useState('')
  const projects = useQuery({
    queryKey: ['projects', 'bookable'],
    queryFn: ({ signal }) => fetchBookableProjects(signal),
  })
  const tasks = useQuery({
    queryKey: ['projects', projectId, 'bookable-tasks'],
    queryFn: ({ signal }) => fetchBookableTasks(projectId, signal),
    enabled: projectId !== '',
  })
  const failure = projects.error ?? tasks.error
  const project = projects.data?.items.find(({ id }) => id === projectId)
  const open = tasks.data?.items.filter(({ status }) => status !== 'done' && status !== 'cancelled')
  const task = open?.find(({ id }) => id === taskId)

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (!task || !project) return
    onAdd(
      emptyRow({
        task: { id: task.id, key: task.key, title: task.title, is_open: true },
        project: { id: project.id, name: project.name },
        activity: null,
      }),
    )
  }

  return (
    <Dialog title={texts.addTask} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <Field label={texts.project}>
          {(control) => (
            <Select
              {...control}
              value={projectId}
              onChange={(event) => {
                setProjectId(event.target.value)
                setTaskId('')
              }}
            >
              <option value="">{texts.chooseProject}</option>
              {projects.data?.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={texts.task}
          {...(open?.length === 0 && projectId !== '' && { hint: texts.noTasks })}
        >
          {(control) => (
            <Select
              {...control}
              value={taskId}
              disabled={!open?.length}
              onChange={(event) => setTaskId(event.target.value)}
            >
              <option value="">{texts.chooseTask}</option>
              {open?.map(({ id, key, title }) => (
                <option key={id} value={id}>
                  {key} {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {failure && <FieldError text={explain(failure)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            size="lg"
            variant="primary"
            type="submit"
            disabledReason={task ? undefined : texts.chooseTask}
          >
            {texts.add}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
