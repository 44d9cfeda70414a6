import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { buttonClass } from '#shared/ui/button-class.ts'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { StateBlock } from '#shared/ui/StateBlock.tsx'

interface MessagePageProps {
  title: string
  heading: string
  children: ReactNode
}

/** A page that only says something, and leads back home. */
export const MessagePage = ({ title, heading, children }: MessagePageProps) => (
  <>
    <PageHeader title={title} />
    <main className="grid flex-1 content-center justify-center pb-24">
      <StateBlock
        title={heading}
        actions={
          <Link to="/" className={buttonClass({})}>
            Go to your start page
          </Link>
        }
      >
        {children}
      </StateBlock>
    </main>
  </>
)
