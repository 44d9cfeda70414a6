import { Link } from 'react-router'
import { PortfolioTimeline } from '#features/timeline/PortfolioTimeline.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { ConnectionMark } from '#shared/ui/ConnectionMark.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { pages } from './pages.ts'

export const PortfolioTimelinePage = () => (
  <>
    <PageHeader
      title="Portfolio timeline"
      actions={
        <>
          <ConnectionMark />
          <Link to={pages.portfolio.to} className={buttonClass({ variant: 'ghost' })}>
            Overview
          </Link>
        </>
      }
    />
    <PortfolioTimeline />
  </>
)
