import type { LinkType, Timeline, TimelineLink } from '@milepost/api-contracts/timeline'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { plural } from '#shared/format/numbers.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { barsLinked, linkChanged, linkRemoved } from './change-links.ts'
import { externalName } from './chart.ts'
import { texts } from './texts.ts'

interface LinksDialogProps {
  timeline: Timeline
  taskId: string
  onClose: () => void
}

const types = ['FS', 'SS', 'FF', 'SF'] as const
const minutesPerDay = 480

/** What a task waits for and what waits for it: to read, and for managers to change. */
export function LinksDialog({ timeline, taskId, onClose }: LinksDialogProps) {
  const nameOf = namesIn(timeline)
  const before = timeline.links.filter(({ successor_id }) => successor_id === taskId)
  const after = timeline.links.filter(({ predecessor_id }) => predecessor_id === taskId)
  return (
    <Dialog title={texts.linksTitle(keyOf(timeline, taskId))} onClose={onClose}>
      <p className="mt-3 text-ink-2">{titleOf(timeline, taskId)}</p>
      <h3 className="mt-3 mb-1 font-medium">{texts.linksBefore}</h3>
      <LinkList
        timeline={timeline}
        links={before}
        nameOf={({ predecessor_id }) => nameOf(predecessor_id)}
      />
      {timeline.can.plan && <AddLink timeline={timeline} taskId={taskId} nameOf={nameOf} />}
      <h3 className="mt-4 mb-1 font-medium">{texts.linksAfter}</h3>
      <LinkList
        timeline={timeline}
        links={after}
        nameOf={({ successor_id }) => nameOf(successor_id)}
      />
      <div className="mt-5 flex justify-end">
        <Button size="lg" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  )
}

const taskIn = ({ tasks }: Timeline, taskId: string) => tasks.find(({ id }) => id === taskId)
const titleOf = (timeline: Timeline, taskId: string) => taskIn(timeline, taskId)?.title
const keyOf = (timeline: Timeline, taskId: string) =>
  `${timeline.key}-${taskIn(timeline, taskId)?.number ?? '?'}`

function namesIn({ key, tasks, external_tasks }: Timeline) {
  const names = new Map(tasks.map(({ id, number, title }) => [id, `${key}-${number} ${title}`]))
  for (const task of external_tasks) names.set(task.id, externalName(task))
  return (id: string) => names.get(id) ?? texts.hiddenTask
}

interface LinkListProps {
  timeline: Timeline
  links: readonly TimelineLink[]
  nameOf: (link: TimelineLink) => string
}

function LinkList({ timeline, links, nameOf }: LinkListProps) {
  const client = useQueryClient()
  const { project_id: projectId, can } = timeline
  if (links.length === 0) return <p className="text-ink-3 text-xs">{texts.linksNone}</p>
  return (
    <ul className="grid gap-1.5">
      {can.plan && (
        <li aria-hidden="true" className="flex gap-2 text-ink-3 text-xs">
          <span className="flex-1" />
          <span className="w-[136px]">{texts.linkType}</span>
          <span className="w-16 whitespace-nowrap">{texts.linkLagShort}</span>
          <span className="w-6" />
        </li>
      )}
      {links.map((link) => (
        <li key={link.id} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 leading-[18px]">{nameOf(link)}</span>
            {link.violated_days !== undefined && (
              <span className="flex items-center gap-1.5 text-red-fg text-xs">
                <HealthMark health="red" size={9} />
                {texts.violated(link.violated_days)}
              </span>
            )}
          </span>
          {can.plan ? (
            <>
              <Select
                compact
                aria-label={texts.linkType}
                className="w-[136px]!"
                value={link.type}
                onChange={({ target }) =>
                  void linkChanged(client, projectId, link.id, { type: target.value as LinkType })
                }
              >
                {types.map((type) => (
                  <option key={type} value={type}>
                    {texts.linkTypes[type]}
                  </option>
                ))}
              </Select>
              <Input
                compact
                type="number"
                step="0.5"
                aria-label={texts.linkLag}
                title={texts.linkLag}
                className="w-16! text-right tabular-nums"
                defaultValue={link.lag_minutes / minutesPerDay}
                onBlur={({ target }) => {
                  const lag_minutes = Math.round(target.valueAsNumber * minutesPerDay)
                  if (Number.isFinite(lag_minutes) && lag_minutes !== link.lag_minutes)
                    void linkChanged(client, projectId, link.id, { lag_minutes })
                }}
              />
              <IconButton
                icon="close"
                iconSize={14}
                size="sm"
                label={texts.linkRemove(nameOf(link))}
                onClick={() => void linkRemoved(client, projectId, link)}
              />
            </>
          ) : (
            <span className="whitespace-nowrap text-ink-2 text-xs">
              {texts.linkTypes[link.type]}
              {link.lag_minutes !== 0 && `, ${plural(link.lag_minutes / minutesPerDay, 'day')}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface AddLinkProps {
  timeline: Timeline
  taskId: string
  nameOf: (id: string) => string
}

function AddLink({ timeline, taskId, nameOf }: AddLinkProps) {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const others = timeline.tasks.filter(({ id }) => id !== taskId)
  const chosen = others.find(({ id }) => nameOf(id) === text)
  const words = text.toLowerCase()
  const offered =
    text === ''
      ? []
      : others.filter(({ id }) => nameOf(id).toLowerCase().includes(words)).slice(0, 20)

  function add(event: FormEvent) {
    event.preventDefault()
    const one = chosen ?? (offered.length === 1 ? offered[0] : undefined)
    if (!one) return
    setText('')
    void barsLinked(client, timeline.project_id, {
      predecessor: { id: one.id, name: nameOf(one.id) },
      successor: { id: taskId, name: nameOf(taskId) },
      type: 'FS',
    })
  }

  return (
    <form onSubmit={add} className="mt-2 flex gap-2">
      <Input
        compact
        list="timeline-link-tasks"
        aria-label={texts.linkTask}
        placeholder={texts.linkTaskPlaceholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
      />
      <datalist id="timeline-link-tasks">
        {offered.map(({ id }) => (
          <option key={id} value={nameOf(id)} />
        ))}
      </datalist>
      <Button type="submit">{texts.linkAdd}</Button>
    </form>
  )
}
