import type { SignedIn } from '@milepost/api-contracts/auth'
import { signedIn, signedOut } from './session-store.ts'

/** Only pages of our own origin can say it; a tab may still run the app of last week. */
type News = { type: 'signed_in'; session: SignedIn } | { type: 'signed_out' }

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('milepost.session') : null

/** Tabs share one refresh cookie, so they share what it brought and its end. */
export const tellTabsSignedIn = (session: SignedIn) => tell({ type: 'signed_in', session })
export const tellTabsSignedOut = () => tell({ type: 'signed_out' })
const tell = (news: News) => channel?.postMessage(news)

/** Follows what the other tabs say. Answers how to stop. */
export function followTabs(): () => void {
  const follow = ({ data: news }: MessageEvent<News>) => {
    if (news.type === 'signed_in') signedIn(news.session)
    else if (news.type === 'signed_out') signedOut()
  }
  channel?.addEventListener('message', follow)
  return () => channel?.removeEventListener('message', follow)
}
