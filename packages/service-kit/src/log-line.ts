/** As pino begins a line: its level, then our timestamp and the fields every line of the logger has. */
const start =
  /^\{("level":"\w+"),("timestamp":"[^"]+"),("service":"[^"]+")(?:,("correlation_id":"[^"]+"))?/

/**
 * The line with its fields in the order of specification §10.3: timestamp, level, service,
 * correlation_id, message, and then the line's own. pino writes the level first and the message last.
 */
export function inSpecificationOrder(line: string): string {
  const found = start.exec(line)
  if (!found) return line
  const [all, level, timestamp, service, correlationId] = found
  const known = correlationId === undefined ? service : `${service},${correlationId}`

  // A quote inside a value is escaped, so this can only be a key, and pino writes ours last.
  const messageAt = line.lastIndexOf(',"message":"')
  if (messageAt < all.length) return `{${timestamp},${level},${known}${line.slice(all.length)}`
  const message = line.slice(messageAt, line.lastIndexOf('}'))
  return `{${timestamp},${level},${known}${message}${line.slice(all.length, messageAt)}}\n`
}
