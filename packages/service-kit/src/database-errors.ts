/** System codes and SQLSTATEs of a server that is away, starting, stopping or full. */
const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
])

/** pg gives these no code, so their texts are all there is to go by. */
const unreachableMessages = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
]

const isBusyCode = (code: string | undefined) =>
  code === '55P03' || // lock_not_available
  code === '57014' // query_canceled: the statement timeout

/** Whether the database could not be asked at all. Nothing about the request can be the reason. */
export function isDatabaseUnreachable(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, message }) =>
      (code !== undefined && (unreachableCodes.has(code) || code.startsWith('08'))) ||
      unreachableMessages.some((text) => message.startsWith(text)),
  )
}

/** Whether the database could not be asked, or did not answer in time: worth trying again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return (
    isDatabaseUnreachable(error) ||
    causesOf(error).some(
      ({ code, message }) => isBusyCode(code) || message.startsWith('Query read timeout'),
    )
  )
}

/** Whether two transactions got in each other's way, so that the same one may well succeed now. */
export function isTransactionConflict(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '40001' || code === '40P01')
}

/** Whether a row like it is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '23505')
}

/** Whether a text has a character that PostgreSQL cannot keep, which is U+0000 and nothing else in JSON. */
export function isUnstorableText(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '22021' || code === '22P05')
}

/** The error and what it wraps: drizzle puts the driver's error into `cause`. */
function causesOf(error: unknown): { code: string | undefined; message: string }[] {
  const causes = []
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
    causes.push({ code, message: cause.message })
  }
  return causes
}
