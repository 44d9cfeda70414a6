import { Pool } from 'undici'
import { type Ask, send } from './send.ts'

/** The tag of what is there now. */
export async function tagOf(base: string, ask: Ask): Promise<string> {
  const pool = new Pool(base)
  try {
    const { headers } = await send(pool, ask)
    return String(headers.etag)
  } finally {
    await pool.close()
  }
}
