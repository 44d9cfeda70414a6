/** A service's stream. The name says who publishes: `events:project`. */
export const streamOf = (publisher: string): string => `events:${publisher}`

/** Where entries of a stream go that nobody could apply. */
export const deadLetterStreamOf = (stream: string): string => `${stream}:dead`

/** The one field of an entry: the event as JSON. */
export const eventField = 'event'
