/** Sleeps until it rings or the time is over. A ring while nobody sleeps ends the next sleep at once. */
export function alarmClock() {
  let rung = false
  let wake: (() => void) | undefined

  return {
    ring(): void {
      rung = true
      wake?.()
    },
    async sleep(ms: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = undefined
      }
      rung = false
    },
  }
}
