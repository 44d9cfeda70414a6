import type { CommentView, Reaction } from '@milepost/api-contracts/discussion'
import { clsx } from 'clsx'
import { explain } from '#shared/api/api-problem.ts'
import { useMe } from '#shared/api/session-store.ts'
import { Menu } from '#shared/ui/Menu.tsx'
import { Tooltip } from '#shared/ui/Tooltip.tsx'
import { somethingFailed } from '#shared/ui/toast-store.ts'
import { useReact } from './discussion-query.ts'
import { reactionWord, words } from './discussion-texts.ts'
import { ReactionMark } from './reaction-marks.tsx'

/** What people said without words, each with who said it; the reader's own can be taken back. */
export function Reactions({ comment }: { comment: CommentView }) {
  const me = useMe()
  const react = useReact(comment)
  const { reactions, can } = comment
  if (reactions.length === 0 && !can.react) return null

  const isMine = (reaction: Reaction) =>
    reactions.some((one) => one.reaction === reaction && one.people.some(({ id }) => id === me?.id))
  const toggle = (reaction: Reaction) =>
    react.mutate(
      { reaction, given: !isMine(reaction) },
      { onError: (error) => somethingFailed(explain(error)) },
    )

  return (
    <div className="mt-1 flex flex-wrap items-center gap-1">
      {reactions.map(({ reaction, people }) => {
        const names = people.map(({ display_name }) => display_name).join(', ')
        return (
          <Tooltip key={reaction} text={names}>
            <button
              type="button"
              aria-pressed={isMine(reaction)}
              aria-label={`${reactionWord[reaction]}, ${people.length}: ${names}`}
              disabled={!can.react}
              onClick={() => toggle(reaction)}
              className={clsx(
                'relative inline-flex h-6 items-center gap-1 rounded-full border px-2 text-xs tabular-nums',
                'max-sm:after:absolute max-sm:after:-inset-y-2 max-sm:after:inset-x-0',
                isMine(reaction)
                  ? 'border-accent-line bg-accent-soft text-accent'
                  : 'border-line-strong text-ink-2 enabled:hover:bg-hover',
              )}
            >
              <ReactionMark reaction={reaction} />
              {people.length}
            </button>
          </Tooltip>
        )
      })}
      {can.react && (
        <Menu
          label={words.react}
          groups={[
            {
              items: (Object.keys(reactionWord) as Reaction[]).map((reaction) => ({
                label: reactionWord[reaction],
                mark: <ReactionMark reaction={reaction} />,
                checked: isMine(reaction),
                onSelect: () => toggle(reaction),
              })),
            },
          ]}
        >
          {(trigger) => (
            <button
              type="button"
              {...trigger}
              className="relative inline-flex h-6 items-center rounded-full px-2 text-ink-3 text-xs hover:bg-hover max-sm:after:absolute max-sm:after:-inset-y-2 max-sm:after:inset-x-0"
            >
              {words.react}
            </button>
          )}
        </Menu>
      )}
    </div>
  )
}
