import type { BreakerState } from './breaker.ts'
import { openUpstream, type Upstream } from './upstream.ts'

/** A service and the processes that run it. */
export interface Service {
  name: string
  upstreams: Upstream[]
  /** The next one that takes requests, in turn; undefined when none does. */
  pick: (except?: Upstream) => Upstream | undefined
}

/** Connections and as many again waiting three times over; more would only wait until they time out. */
const exchangesMax = 256

interface ServiceOptions {
  name: string
  urls: readonly string[]
  onState: (url: string, state: BreakerState) => void
}

export function openService({ name, urls, onState }: ServiceOptions): Service {
  const upstreams = urls.map((url) =>
    openUpstream({ url, onState: (state) => onState(url, state) }),
  )
  let turn = 0

  return {
    name,
    upstreams,
    pick(except) {
      for (let tries = 0; tries < upstreams.length; tries++) {
        const upstream = upstreams[turn++ % upstreams.length]
        if (
          upstream !== undefined &&
          upstream !== except &&
          upstream.exchanges.size < exchangesMax &&
          upstream.breaker.admits()
        ) {
          return upstream
        }
      }
      return undefined
    },
  }
}
