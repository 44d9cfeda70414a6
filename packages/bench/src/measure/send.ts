import { type Client, Pool } from 'undici'

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH'
  path: string
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** The status that is right; 200 if nothing is said. */
  expect?: number
}

export interface Answer {
  headers: Record<string, string | string[] | undefined>
  /** As they came over the wire: still compressed. */
  bytes: Uint8Array
}

/** Sends one request, and throws when the answer is any other than the one expected. */
export async function send(client: Client | Pool, ask: Ask): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body, expect = 200 } = ask
  const answer = await client.request({
    method,
    path,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const bytes = await answer.body.bytes()
  if (answer.statusCode !== expect) {
    const text = new TextDecoder().decode(bytes)
    throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${text.slice(0, 500)}`)
  }
  return { headers: answer.headers, bytes }
}

/** For single requests that nobody times; the answer's JSON. */
export async function ask(base: string, request: Ask): Promise<unknown> {
  const pool = new Pool(base)
  try {
    const { bytes } = await send(pool, request)
    return JSON.parse(new TextDecoder().decode(bytes))
  } finally {
    await pool.close()
  }
}
