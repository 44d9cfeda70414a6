import type { NotificationView } from '@milepost/api-contracts/notifications'
import { clsx } from 'clsx'
import { Link } from 'react-router'
import { formatAge, formatMoment } from '#shared/format/dates.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { useNow } from '#shared/ui/use-now.ts'
import { actorName, hasActor, quoteOf, sentenceOf } from './sentence.ts'
import { texts } from './texts.ts'

interface InboxLineProps {
  item: NotificationView
  onMark: (read: boolean) => void
}

/** One line of the inbox. Following its link reads it. */
export function InboxLine({ item, onMark }: InboxLineProps) {
  const now = useNow()
  const [before, after] = sentenceOf(item)
  const quote = quoteOf(item)
  const read = () => {
    if (!item.read) onMark(true)
  }
  return (
    <li
      className={clsx(
        'group grid grid-cols-[8px_20px_minmax(0,1fr)_auto] gap-x-3 border-line px-4 py-2.5 not-first:border-t',
        !item.read && 'bg-accent-soft/40',
      )}
    >
      <span className="pt-1.5">
        {!item.read && (
          <span
            role="img"
            aria-label={texts.unreadOnly}
            className="block size-2 rounded-full bg-accent"
          />
        )}
      </span>
      <span className="pt-px">
        {hasActor(item) ? (
          <Avatar name={actorName(item)} decorative />
        ) : (
          <span className="grid size-5 place-items-center text-ink-3">
            <Icon name="clock" size={14} />
          </span>
        )}
      </span>
      <div className="min-w-0">
        <p className={clsx('text-pretty', item.read ? 'text-ink-2' : 'text-ink')}>
          {hasActor(item) && <span className="font-medium">{actorName(item)} </span>}
          {before && `${before} `}
          <Subject item={item} onFollow={read} />
          {after && ` ${after}`}
        </p>
        {quote && <p className="mt-0.5 line-clamp-2 text-ink-3 text-xs wrap-anywhere">{quote}</p>}
        <p className="mt-0.5 text-ink-3 text-xs">
          {item.project?.name}
          {item.project && ' · '}
          <time dateTime={item.happened_at} title={formatMoment(item.happened_at)}>
            {formatAge(item.happened_at, now)}
          </time>
        </p>
      </div>
      <IconButton
        icon={item.read ? 'renew' : 'approve'}
        iconSize={14}
        label={item.read ? texts.unread : texts.read}
        onClick={() => onMark(!item.read)}
      />
    </li>
  )
}

function Subject({ item, onFollow }: { item: NotificationView; onFollow: () => void }) {
  const { project, task, milestone, detail } = item
  const name = task ? `${task.key} ${task.title}` : (milestone?.name ?? detail.name ?? '')
  if (!project || (!task && !milestone)) return <span className="font-medium">{name}</span>
  const to = task
    ? `/projects/${project.id}/board?task=${task.id}`
    : `/projects/${project.id}/milestones`
  return (
    <Link to={to} onClick={onFollow} className="font-medium text-ink hover:underline">
      {name}
    </Link>
  )
}
