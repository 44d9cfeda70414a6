/** What a log line shows of an error. */
export interface DescribedError {
  [field: string]: unknown
  type: string
  message: string
  code?: unknown
  constraint?: unknown
  stack: string
  cause?: DescribedError
}

/**
 * An error as a log line shows it. Chosen fields only: a driver's error carries the row it was about
 * (`detail`), and drizzle's message ends in every parameter of the query, password hashes included.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...('code' in error && { code: error.code }),
    ...('constraint' in error && { constraint: error.constraint }),
    stack: withoutParameters(error.stack ?? ''),
    ...(error.cause !== undefined && depth < 4 && { cause: describeError(error.cause, depth + 1) }),
  }
}

/** In a stack the parameters stand between the message and the first frame. */
const withoutParameters = (text: string) => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '')
