import { lazyPart } from './lazy-part.ts'

/** Shown by its route, and fetched ahead of it. */
export const BoardPart = lazyPart(async () => (await import('./BoardPage.tsx')).BoardPage)
