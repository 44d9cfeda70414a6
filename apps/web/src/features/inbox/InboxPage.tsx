import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { useMe } from '#shared/api/session-store.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Chip } from '#shared/ui/Chip.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { InboxLine } from './InboxLine.tsx'
import { inboxKey, useInbox, useMark } from './inbox-query.ts'
import { texts } from './texts.ts'

/** What others did that concerns the reader, newest first. */
export function InboxPage() {
  const [search, setSearch] = useSearchParams()
  const unreadOnly = search.get('unread') === 'true'
  const inbox = useInbox(unreadOnly)
  const mark = useMark()
  useLiveInbox()
  const items = inbox.data?.pages.flatMap((page) => page.items)
  const newest = items?.[0]
  const anyUnread = items?.some(({ read }) => !read) ?? false

  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          <>
            {anyUnread && newest && (
              <Button onClick={() => mark.mutate({ all_until: newest.happened_at, read: true })}>
                <Icon name="approve" size={14} />
                {texts.readAll}
              </Button>
            )}
            <Link
              to="preferences"
              aria-label={texts.preferences}
              title={texts.preferences}
              className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover"
            >
              <Icon name="settings" />
            </Link>
          </>
        }
      >
        <Chip on={unreadOnly} onClick={() => setSearch(unreadOnly ? {} : { unread: 'true' })}>
          {texts.unreadOnly}
        </Chip>
      </PageHeader>
      <main className="w-full max-w-[860px] px-6 py-4 max-sm:p-3">
        <Panel
          title={unreadOnly ? texts.unreadOnly : texts.newest}
          className={items?.length === 0 ? '' : 'overflow-hidden'}
        >
          {inbox.isPending && <InboxSkeleton />}
          {inbox.isError && !items && (
            <FailedState
              title={texts.failed}
              onRetry={() => void inbox.refetch()}
              reference={referenceOf(inbox.error)}
            >
              {explain(inbox.error)}
            </FailedState>
          )}
          {items?.length === 0 && (
            <EmptyState title={unreadOnly ? texts.emptyUnreadTitle : texts.emptyTitle}>
              {unreadOnly ? texts.emptyUnread : texts.empty}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul>
              {items.map((item) => (
                <InboxLine
                  key={item.id}
                  item={item}
                  onMark={(read) => mark.mutate({ ids: [item.id], read })}
                />
              ))}
            </ul>
          )}
          {inbox.hasNextPage && (
            <div className="border-line border-t p-2">
              <Button variant="ghost" onClick={() => void inbox.fetchNextPage()}>
                {texts.older}
              </Button>
            </div>
          )}
        </Panel>
      </main>
    </>
  )
}

function useLiveInbox(): void {
  const client = useQueryClient()
  const me = useMe()
  const readAgain = () => void client.invalidateQueries({ queryKey: inboxKey })
  useLiveChannel(me === null ? null : `user:${me.id}`, {
    onEvent: ({ event_type }) => {
      if (event_type === 'notification.added') readAgain()
    },
    onResync: readAgain,
  })
}

const InboxSkeleton = () => (
  <Loading label={texts.loading}>
    {['w-3/5', 'w-1/2', 'w-2/3'].map((width) => (
      <div key={width} className="flex h-14 items-center border-line px-4 not-first:border-t">
        <Skeleton className={`h-2.5 ${width}`} />
      </div>
    ))}
  </Loading>
)
