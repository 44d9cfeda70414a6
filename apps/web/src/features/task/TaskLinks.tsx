import type { TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { linkWord, words } from './discussion-texts.ts'
import { LinkForm } from './LinkForm.tsx'
import { type LinkRow, linkGroups } from './link-rows.ts'
import { useLinks, useRemoveLink } from './links-query.ts'
import { Section } from './Section.tsx'
import { TaskLink } from './TaskLink.tsx'

/** What the task has to do with others: what it waits for first. */
export function TaskLinks({ task }: { task: TaskView }) {
  const links = useLinks(task)
  const [adding, setAdding] = useState(false)
  const remove = useRemoveLink(task.id)
  const groups = links.data ? linkGroups(links.data) : []
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const mayLink = links.data?.dependencies.can.link === true

  return (
    <Section
      title={words.links}
      {...(count > 0 && { note: count })}
      aside={
        mayLink &&
        !adding && (
          <Button variant="ghost" size="sm" onClick={() => setAdding(true)}>
            {words.addLink}
          </Button>
        )
      }
    >
      {links.isError && <FieldError text={explain(links.error)} />}
      {links.data && count === 0 && !adding && <p className="mt-1 text-ink-3">{words.noLinks}</p>}
      {groups.map(({ kind, rows }) => (
        <div key={kind} className="mt-1.5">
          <h4 className="text-ink-3 text-xs">{linkWord[kind]}</h4>
          <ul>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                {...(mayLink && { onRemove: () => remove.mutate(row) })}
              />
            ))}
          </ul>
        </div>
      ))}
      {remove.isError && <FieldError text={explain(remove.error)} />}
      {adding && <LinkForm task={task} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const Row = ({ row, onRemove }: { row: LinkRow; onRemove?: () => void }) => (
  <li className="flex min-h-7 items-center gap-2">
    {row.task ? (
      <TaskLink task={row.task} />
    ) : (
      <span className="flex-1 text-ink-3">{words.hiddenTask}</span>
    )}
    {row.note !== '' && <span className="flex-none text-ink-3 text-xs">{row.note}</span>}
    {onRemove && (
      <IconButton
        icon="close"
        iconSize={12}
        size="sm"
        label={`${words.removeLink} ${row.task?.key ?? words.hiddenTask}`}
        onClick={onRemove}
      />
    )}
  </li>
)
