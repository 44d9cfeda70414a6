import { PageHeader } from '#shared/ui/PageHeader.tsx'

export const ExecutiveDashboard = () => <PageHeader title="Portfolio" />
