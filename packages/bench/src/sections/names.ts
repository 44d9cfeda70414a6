/** In the order they are measured: each leaves the database as the next one expects it. */
export const sectionNames = [
  'memory',
  'portfolio',
  'board',
  'throughput',
  'move',
  'movers',
  'create',
  'login',
  'live',
  'browser',
  'start',
] as const
export type SectionName = (typeof sectionNames)[number]
