import { ApiProblem, parseProblem } from './api-problem.ts'

export interface Sending {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below /api/v1. */
  path: string
  body?: unknown
  /** For creates: the same attempt sent twice creates once. See `randomKey`. */
  idempotencyKey?: string | undefined
  /** For deletions: the version that was seen. */
  version?: number | undefined
  signal?: AbortSignal | undefined
  /** For what takes longer than most, such as the import of a large file. */
  timeoutMs?: number | undefined
}

const timeoutDefaultMs = 15_000

/**
 * One exchange with the API. Answers the JSON, or throws the refusal as an `ApiProblem`.
 *
 * An answer is taken for what the contract says: the server wrote it by that contract, and to
 * check ten thousand cards again takes longer than to show them. What is no JSON is not from the
 * server but from something in between.
 */
export async function send<Answer>(sending: Sending, accessToken: string | null): Promise<Answer> {
  const response = await exchange(sending, accessToken)
  if (response.status === 204) return undefined as Answer
  const json: unknown = await response.json().catch(() => null)
  if (!response.ok || json === null) throw parseProblem(response.status, json)
  return json as Answer
}

async function exchange(
  { method, path, body, idempotencyKey, version, signal, timeoutMs = timeoutDefaultMs }: Sending,
  accessToken: string | null,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`)
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (error) {
    // Given up by whoever asked, which is no failure to report.
    if (signal?.aborted) throw error
    throw parseProblem(0, null)
  }
}

export const isStatus = (error: unknown, status: number) =>
  error instanceof ApiProblem && error.status === status
