import { MessagePage } from './MessagePage.tsx'

export const NotFoundPage = () => (
  <MessagePage title="Not found" heading="There is no such page">
    The address is wrong, or what it led to is gone or not yours to see.
  </MessagePage>
)
