import type { ActivityView } from '@milepost/api-contracts/discussion'
import type { ReactNode } from 'react'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { activityWord, fieldWord, valueWord } from './activity-words.ts'

interface ActivityLineProps {
  item: ActivityView
  /** Which task it was, where that is not clear. */
  task?: ReactNode
  time: string
}

/** One thing that happened, with every field before and after. */
export function ActivityLine({ item, task, time }: ActivityLineProps) {
  const { kind, actor, changes, created_at } = item
  const name = actor?.display_name ?? 'Somebody'
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5 py-1.5">
      <Avatar name={name} decorative />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="font-medium">{name}</span>
          <span className="text-ink-2">{activityWord[kind]}</span>
          {task}
          <time dateTime={created_at} className="text-ink-3 text-xs">
            {time}
          </time>
        </p>
        {changes.length > 0 && (
          <dl className="mt-0.5 grid grid-cols-[112px_minmax(0,1fr)] gap-x-2 text-xs">
            {changes.map((change) => (
              <Change key={change.field} {...change} />
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

function Change({ field, before, after }: ActivityView['changes'][number]) {
  const [was, is] = [valueWord(field, before), valueWord(field, after)]
  return (
    <>
      <dt className="text-ink-3">{fieldWord(field)}</dt>
      <dd className="min-w-0 break-words text-ink-2">
        {was !== null && <del className="text-ink-3">{was}</del>}
        {was !== null && is !== null && <span aria-hidden="true"> → </span>}
        {is === null ? was !== null && <span className="sr-only">removed</span> : is}
      </dd>
    </>
  )
}
