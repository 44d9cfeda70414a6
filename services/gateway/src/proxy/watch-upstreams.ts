import type { Upstream } from './upstream.ts'

const tickMs = 250

/** A request is answered within 5 s: this, a step of our clock, and what a busy machine adds. */
const answerMsMax = 4_000

/** So long without beginning a single answer, while asked for one, and we look whether it still lives. */
const silenceMsMax = 1_000
const recoveryMs = 1_000

/** The upstream has not begun to answer in time. */
export class AnswerOverdue extends Error {}

/**
 * Looks after every upstream on a clock: ends exchanges that are overdue, notices one that hangs long
 * before its requests time out, and lets a broken one be tried again once it says that it is ready.
 */
export function watchUpstreams(upstreams: readonly Upstream[]): { close: () => void } {
  const probing = new Set<Upstream>()
  const probedAt = new Map<Upstream, number>()

  async function probe(upstream: Upstream, now: number): Promise<void> {
    probing.add(upstream)
    probedAt.set(upstream, now)
    const { breaker } = upstream
    if (breaker.state() === 'open') {
      if (await upstream.probe('/health/ready')) breaker.tryAgain()
    } else if (!(await upstream.probe('/health/live'))) {
      breaker.open()
    }
    probing.delete(upstream)
  }

  function look(upstream: Upstream): void {
    const now = performance.now()
    const waiting = []
    for (const exchange of upstream.exchanges) if (!exchange.answering) waiting.push(exchange)
    for (const exchange of waiting) {
      if (now - exchange.startedAt > answerMsMax) exchange.abort(new AnswerOverdue('no answer'))
    }

    if (probing.has(upstream)) return
    const oldest = Math.min(now, ...waiting.map(({ startedAt }) => startedAt))
    const silent = now - Math.max(oldest, upstream.answeredAt) > silenceMsMax
    const mayRecover =
      upstream.breaker.state() === 'open' && now - (probedAt.get(upstream) ?? 0) > recoveryMs
    if (mayRecover || (silent && upstream.breaker.state() === 'closed')) void probe(upstream, now)
  }

  const timer = setInterval(() => upstreams.forEach(look), tickMs)
  return { close: () => clearInterval(timer) }
}
