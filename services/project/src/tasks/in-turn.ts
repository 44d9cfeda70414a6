/**
 * Runs the work of one key one after the other, in the order it came; different keys do not wait for each
 * other. Only within this process: the database settles races between processes. Without it a busy
 * board's writers would each hold a connection while they wait for the same row.
 */
export function inTurn() {
  const last = new Map<string, Promise<unknown>>()

  return async function run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = last.get(key)
    // What became of the one before is its caller's business.
    const turn = before ? before.then(work, work) : work()
    last.set(key, turn)
    try {
      return await turn
    } finally {
      if (last.get(key) === turn) last.delete(key)
    }
  }
}
