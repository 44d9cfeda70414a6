/**
 * The promise's result, or a rejection when there is none after `ms`. Two waits instead of one, each
 * with a look at the network after it: a process that is busy with a burst must not take its own
 * lateness for the other side's.
 */
export function patiently<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const wait = (next: () => void) => {
      timer = setTimeout(() => setImmediate(next), ms / 2)
    }
    wait(() => {
      if (timer) wait(() => reject(new Error(`no answer within ${ms} ms`)))
    })
    const stop = () => {
      clearTimeout(timer)
      timer = undefined
    }
    promise.then(resolve, reject).finally(stop)
  })
}
