import type { BreakerState } from './breaker.ts'
import type { ServiceName } from './routes.ts'
import { openService, type Service } from './service.ts'
import { watchUpstreams } from './watch-upstreams.ts'

/** Every service behind the gateway, watched. */
export function openServices(
  urls: Record<ServiceName, readonly string[]>,
  onState: (service: string, url: string, state: BreakerState) => void,
) {
  const open = (name: ServiceName): Service => {
    for (const url of urls[name]) onState(name, url, 'closed')
    return openService({
      name,
      urls: urls[name],
      onState: (url, state) => onState(name, url, state),
    })
  }
  const byName: Record<ServiceName, Service> = {
    auth: open('auth'),
    project: open('project'),
    insights: open('insights'),
    timesheet: open('timesheet'),
  }
  const upstreams = Object.values(byName).flatMap((service) => service.upstreams)
  const watch = watchUpstreams(upstreams)

  return {
    byName,
    async close() {
      watch.close()
      await Promise.all(upstreams.map((upstream) => upstream.close()))
    },
  }
}
