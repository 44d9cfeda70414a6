import { type SignedIn, signedInSchema } from '@milepost/api-contracts/auth'
import { z } from 'zod'
import { signedIn, signedOut } from './session-store.ts'

const newsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signed_in'), session: signedInSchema }),
  z.object({ type: z.literal('signed_out') }),
])

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('milepost.session') : null

/** Tabs share one refresh cookie, so they share what it brought and its end. */
export const tellTabsSignedIn = (session: SignedIn) =>
  channel?.postMessage({ type: 'signed_in', session })
export const tellTabsSignedOut = () => channel?.postMessage({ type: 'signed_out' })

/** Follows what the other tabs say. Answers how to stop. */
export function followTabs(): () => void {
  const follow = ({ data }: MessageEvent) => {
    const news = newsSchema.safeParse(data)
    if (!news.success) return
    if (news.data.type === 'signed_in') signedIn(news.data.session)
    else signedOut()
  }
  channel?.addEventListener('message', follow)
  return () => channel?.removeEventListener('message', follow)
}
