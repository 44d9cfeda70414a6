import { MessagePage } from './MessagePage.tsx'

export const NoAccessPage = ({ title }: { title: string }) => (
  <MessagePage title={title} heading="This page is not for your role">
    Your role does not include it. An administrator can change that.
  </MessagePage>
)
