import type { categoryListSchema } from '@milepost/api-contracts/project-settings'
import type { milestoneListSchema } from '@milepost/api-contracts/projects'
import type { TaskView } from '@milepost/api-contracts/tasks'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { request } from '#shared/api/request.ts'
import { formatDay } from '#shared/format/dates.ts'
import { words } from './discussion-texts.ts'
import { Chosen, Committed, Plain, Row } from './FieldParts.tsx'
import { texts } from './texts.ts'

interface FieldProps {
  task: TaskView
  editable: boolean
}

/** What the task leads to, and what scheduling may do with it. */
export const PlanFields = ({ task, editable }: FieldProps) => (
  <>
    <Milestone task={task} editable={editable} />
    <Category task={task} editable={editable} />
    <Row term={words.notBefore}>
      {editable ? (
        <Committed
          taskId={task.id}
          label={words.notBefore}
          type="date"
          value={task.not_before ?? ''}
          toChange={(text) => ({ not_before: text || null })}
        />
      ) : (
        <Plain>{task.not_before === null ? texts.none : formatDay(task.not_before)}</Plain>
      )}
    </Row>
    <Row term={words.pinned}>
      {editable ? (
        <Chosen
          taskId={task.id}
          label={words.pinned}
          value={task.is_pinned ? 'yes' : 'no'}
          options={[
            ['no', words.pinnedNo],
            ['yes', words.pinnedYes],
          ]}
          toChange={(value) => ({ is_pinned: value === 'yes' })}
        />
      ) : (
        <Plain>{task.is_pinned ? words.pinnedYes : words.pinnedNo}</Plain>
      )}
    </Row>
  </>
)

function Milestone({ task, editable }: FieldProps) {
  const milestones = useQuery({
    queryKey: ['milestones', task.project_id],
    queryFn: ({ signal }) =>
      request<z.infer<typeof milestoneListSchema>>({
        method: 'GET',
        path: `/projects/${task.project_id}/milestones`,
        signal,
      }),
  })
  return (
    <Named
      task={task}
      editable={editable}
      field="milestone_id"
      label={words.milestone}
      items={milestones.data?.items}
    />
  )
}

function Category({ task, editable }: FieldProps) {
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) =>
      request<z.infer<typeof categoryListSchema>>({ method: 'GET', path: '/categories', signal }),
  })
  return (
    <Named
      task={task}
      editable={editable}
      field="category_id"
      label={words.category}
      items={categories.data?.items}
    />
  )
}

interface NamedProps extends FieldProps {
  field: 'milestone_id' | 'category_id'
  label: string
  items: readonly { id: string; name: string }[] | undefined
}

function Named({ task, editable, field, label, items = [] }: NamedProps) {
  const value = task[field]
  return (
    <Row term={label}>
      {editable ? (
        <Chosen
          taskId={task.id}
          label={label}
          value={value ?? ''}
          options={[['', words.none], ...items.map(({ id, name }) => [id, name] as const)]}
          toChange={(id) => ({ [field]: id || null })}
        />
      ) : (
        <Plain>{items.find(({ id }) => id === value)?.name ?? texts.none}</Plain>
      )}
    </Row>
  )
}
