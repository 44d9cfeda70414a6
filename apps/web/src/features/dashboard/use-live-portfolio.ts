import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLiveChannel } from '#shared/api/live.ts'
import { portfolioNewsArrived } from './live-portfolio.ts'
import { overviewKey } from './portfolio-query.ts'

/** However many changes come in, the page is read again once in this time. */
const calmMs = 1000

/** Keeps the overview current while it is shown. */
export function useLivePortfolio(): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function readAgainSoon() {
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: overviewKey })
    }, calmMs)
  }
  useLiveChannel('portfolio', {
    onEvent: (event) => {
      portfolioNewsArrived(client, event)
      readAgainSoon()
    },
    onResync: readAgainSoon,
  })
}
