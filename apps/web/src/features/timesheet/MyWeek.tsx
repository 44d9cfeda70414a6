import { PageHeader } from '#shared/ui/PageHeader.tsx'

export const MyWeek = () => <PageHeader title="My week" />
