import type { LinkType, SchedulePreview } from '@milepost/api-contracts/timeline'
import { create } from 'zustand'
import type { Span } from './spans.ts'

export type DragKind = 'move' | 'start' | 'due'

/** Bars on their way: where they would lie if they were let go now. */
export interface Draft {
  taskId: string
  kind: DragKind
  by: 'pointer' | 'keyboard'
  spans: ReadonlyMap<string, Span>
}

/** An arrow on its way from a bar's end to a place in the chart. */
export interface LinkDraft {
  fromId: string
  fromEnd: 'start' | 'due'
  x: number
  y: number
  over: { taskId: string; end: 'start' | 'due' } | null
}

/** A change that moves more than what was dragged, and waits for a yes. */
export interface Proposal {
  taskId: string
  label: string
  changes: ReadonlyMap<string, Span>
  answer: SchedulePreview
  /** Everything that would move, where it would lie. */
  spans: ReadonlyMap<string, Span>
}

interface TimelineState {
  draft: Draft | null
  linkDraft: LinkDraft | null
  /** Sent and not answered yet. */
  pending: ReadonlyMap<string, Span>
  proposal: Proposal | null
  saving: boolean
  announcement: string
}

const nothing: ReadonlyMap<string, Span> = new Map()

const useTimelineStore = create<TimelineState>()(() => ({
  draft: null,
  linkDraft: null,
  pending: nothing,
  proposal: null,
  saving: false,
  announcement: '',
}))

export const useDraft = () => useTimelineStore((state) => state.draft)
export const useLinkDraft = () => useTimelineStore((state) => state.linkDraft)
export const usePending = () => useTimelineStore((state) => state.pending)
export const useProposal = () => useTimelineStore((state) => state.proposal)
export const useSaving = () => useTimelineStore((state) => state.saving)
export const useAnnouncement = () => useTimelineStore((state) => state.announcement)
/** Where a task's bar is shown instead of where it lies; the same object until that changes. */
export const useShownSpan = (taskId: string) =>
  useTimelineStore(
    ({ draft, pending, proposal }) =>
      draft?.spans.get(taskId) ?? pending.get(taskId) ?? proposal?.spans.get(taskId),
  )
export const useIsTarget = (taskId: string) =>
  useTimelineStore(({ linkDraft }) =>
    linkDraft?.over?.taskId === taskId ? linkDraft.over.end : null,
  )

export const currentDraft = () => useTimelineStore.getState().draft
export const currentLinkDraft = () => useTimelineStore.getState().linkDraft

/** Where bars are shown, over where they lie: what is dragged, sent, or proposed. */
export function shownSpans(): ReadonlyMap<string, Span> {
  const { draft, pending, proposal } = useTimelineStore.getState()
  if (!draft && !proposal) return pending
  return new Map([...(proposal?.spans ?? []), ...pending, ...(draft?.spans ?? [])])
}

export const barDragged = (draft: Draft) => useTimelineStore.setState({ draft })
export const linkDragged = (linkDraft: LinkDraft) => useTimelineStore.setState({ linkDraft })
export const dragEnded = () => useTimelineStore.setState({ draft: null, linkDraft: null })

export const changeSent = (pending: ReadonlyMap<string, Span>) =>
  useTimelineStore.setState({ pending, draft: null })
export const changeAnswered = () =>
  useTimelineStore.setState({ pending: nothing, proposal: null, saving: false })
export const changeProposed = (proposal: Proposal) =>
  useTimelineStore.setState({ proposal, pending: nothing, draft: null })
export const proposalGivenUp = () => useTimelineStore.setState({ proposal: null, saving: false })
export const proposalSaving = () => useTimelineStore.setState({ saving: true })
export const announced = (announcement: string) => useTimelineStore.setState({ announcement })

/** Another project: nothing of the last one's drags is left. */
export const timelineLeft = () =>
  useTimelineStore.setState({
    draft: null,
    linkDraft: null,
    pending: nothing,
    proposal: null,
    saving: false,
    announcement: '',
  })

const ends = { start: 'S', due: 'F' } as const
/** From a finish to a start is FS, and so on. */
export const linkTypeOf = (from: 'start' | 'due', to: 'start' | 'due'): LinkType =>
  `${ends[from]}${ends[to]}`
