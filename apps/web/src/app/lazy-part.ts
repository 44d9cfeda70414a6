import { type ComponentType, createElement, lazy, useState } from 'react'
import { reloadForScripts } from './reload-for-scripts.ts'

/** The scripts of a part of the app did not arrive. */
export class PartMissing extends Error {}

const loaders = new Set<() => Promise<unknown>>()
const missing = new Set<() => void>()

/**
 * A component whose scripts are loaded when it is first shown, or once nothing else is to do. While
 * they cannot be had it throws `PartMissing`; after `tryPartsAgain` it asks for them once more,
 * which React's own `lazy` never does.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let Loaded: ComponentType<Props> | undefined
  const ahead = async () => {
    Loaded = await load()
    return Loaded
  }
  let failures = 0
  const arrive = async () => {
    try {
      return { default: await ahead() }
    } catch (cause) {
      failures += 1
      missing.add(() => {
        Part = lazy(arrive)
      })
      // The page goes away with everything on it: nothing more is to be shown here.
      if (await reloadForScripts(failures > 1)) return new Promise<never>(() => undefined)
      throw new PartMissing('The scripts of a part of the app did not arrive.', { cause })
    }
  }
  let Part: ComponentType<Props> = lazy(arrive)
  loaders.add(ahead)
  function Shown(props: Props) {
    // What is there is drawn at once. In place of what is lazy React shows nothing for 300 ms, and
    // it is lazy to the end: this keeps what it began with.
    const [Chosen] = useState(() => Loaded ?? Part)
    return createElement(Chosen, props)
  }
  return Object.assign(Shown, { ahead })
}

/** To be called before what has thrown `PartMissing` is shown again. */
export function tryPartsAgain(): void {
  for (const tryAgain of missing) tryAgain()
  missing.clear()
}

/**
 * Fetches all parts, one after the other and each when `idle` resolves, so that they are there when the
 * connection is not. Whatever does not come now is asked for again when it is shown.
 */
export async function loadPartsAhead(idle: () => Promise<void>): Promise<void> {
  for (const load of loaders) {
    await idle()
    await load().catch(() => undefined)
  }
}
