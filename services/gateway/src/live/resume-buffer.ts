import type { Delivery } from './channels.ts'

/** An event as it is sent: everything but the number that a connection gives it, made once for all. */
export interface Outgoing extends Delivery {
  /** `"channel":"…","event":{…}}` */
  tail: string
}

interface Kept {
  seq: number
  at: number
  outgoing: Outgoing
}

const keptMsMax = 300_000
const keptMax = 1_000
/** Over all connections; with many of them each keeps less, and returns with a `resync` sooner. */
const keptTotalMax = 200_000

/** The latest events of one connection, by number, for it to go on from after an interruption. */
export function resumeBuffer(now = () => performance.now()) {
  let kept: Kept[] = []
  let seq = 0

  function trim(max: number): void {
    let gone = Math.max(kept.length - max, 0)
    const since = now() - keptMsMax
    while (gone < kept.length && (kept[gone]?.at ?? since) < since) gone++
    if (gone > 0) kept = kept.slice(gone)
  }

  return {
    seq: () => seq,
    /** Gives the event its number. */
    add(outgoing: Outgoing, connections: number): number {
      seq++
      kept.push({ seq, at: now(), outgoing })
      // Not at every one: cutting an array costs as much as filling it.
      const max = Math.max(Math.min(keptMax, Math.floor(keptTotalMax / connections)), 20)
      if (kept.length >= max * 1.25) trim(max)
      return seq
    },
    /** What came after number `after`; undefined when some of it is no longer kept, or never was. */
    since(after: number): { seq: number; outgoing: Outgoing }[] | undefined {
      trim(keptMax)
      const first = kept[0]?.seq ?? seq + 1
      if (after > seq || after < first - 1) return undefined
      return kept.slice(after - first + 1)
    },
    reset(): void {
      kept = []
      seq = 0
    },
  }
}
