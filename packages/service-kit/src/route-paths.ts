/** Knows which methods an address has, for telling 405 from 404. */
export function routePaths() {
  const methodsByPattern = new Map<string, { matches: RegExp; methods: Set<string> }>()

  return {
    add(method: string, pattern: string) {
      const known = methodsByPattern.get(pattern)
      if (known) known.methods.add(method)
      else methodsByPattern.set(pattern, { matches: toRegExp(pattern), methods: new Set([method]) })
    },

    /** Sorted, so that equal questions have equal answers; empty when there is no such address. */
    methodsAt(url: string): string[] {
      const [path = ''] = url.split('?', 1)
      const found = new Set<string>()
      for (const { matches, methods } of methodsByPattern.values()) {
        if (matches.test(path)) for (const method of methods) found.add(method)
      }
      return [...found].sort()
    },
  }
}

/** `:name` stands for one segment, `*` for the rest. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*/g, '.*')
  return new RegExp(`^${source}$`)
}
