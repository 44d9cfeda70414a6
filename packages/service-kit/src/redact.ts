const secretNames = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'access_token',
  'refresh_token',
  'secret',
])

/** Deeper than anything we log; also the end of a thing that contains itself. */
const depthMax = 8

/** The same fields, with `[redacted]` for every secret, however deep it lies. Copies only what it changes. */
export function redact(fields: Record<string, unknown>): Record<string, unknown> {
  return redactFields(fields, 0)
}

function redactFields(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined
  for (const name in fields) {
    const value = fields[name]
    const shown = secretNames.has(name.toLowerCase()) ? '[redacted]' : redactValue(value, depth + 1)
    if (shown === value) continue
    copy ??= { ...fields }
    copy[name] = shown
  }
  return copy ?? fields
}

function redactValue(value: unknown, depth: number): unknown {
  // Errors keep their class until the serializer describes them.
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (depth > depthMax) return '[too deep]'
  if (Array.isArray(value)) {
    const shown = value.map((item) => redactValue(item, depth + 1))
    return shown.some((item, index) => item !== value[index]) ? shown : value
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value
  return redactFields(value as Record<string, unknown>, depth)
}
