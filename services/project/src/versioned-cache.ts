interface Entry<Value> {
  version: string
  value: Value
}

interface Options<Value> {
  bytesMax: number
  sizeOf: (value: Value) => number
}

/**
 * Keeps one value per key, good for one version of what it was made from. The least recently used make
 * room. Whoever asks while a value is being made waits for that one.
 */
export function versionedCache<Value>({ bytesMax, sizeOf }: Options<Value>) {
  const kept = new Map<string, Entry<Value>>()
  const making = new Map<string, Promise<Entry<Value>>>()
  let bytes = 0

  function drop(key: string) {
    const entry = kept.get(key)
    if (!entry) return
    kept.delete(key)
    bytes -= sizeOf(entry.value)
  }

  function keep(key: string, entry: Entry<Value>) {
    drop(key)
    kept.set(key, entry)
    bytes += sizeOf(entry.value)
    // A map keeps its order of insertion, so the first is the one unused for longest.
    for (const oldest of kept.keys()) {
      if (bytes <= bytesMax) break
      drop(oldest)
    }
  }

  async function makeOnce(flight: string, key: string, make: () => Promise<Entry<Value>>) {
    try {
      const entry = await make()
      keep(key, entry)
      return entry
    } finally {
      making.delete(flight)
    }
  }

  return {
    /** The value, if it is ready for this version. */
    find(key: string, version: string): Value | undefined {
      const entry = kept.get(key)
      if (entry?.version !== version) return undefined
      kept.delete(key)
      kept.set(key, entry)
      return entry.value
    },

    /** The value of this version, or of the later one that `make` came upon. */
    async make(
      key: string,
      version: string,
      make: () => Promise<Entry<Value>>,
    ): Promise<Entry<Value>> {
      const flight = `${key} ${version}`
      const started = making.get(flight) ?? makeOnce(flight, key, make)
      making.set(flight, started)
      return started
    },
  }
}
