import type { ComponentProps } from 'react'
import ReactMarkdown, { defaultUrlTransform } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'

/** What GitHub lets through, without pictures from elsewhere, and with our mentions. */
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => name !== 'img') ?? [],
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'mention'] },
}

const urlTransform = (url: string) => (url.startsWith('mention:') ? url : defaultUrlTransform(url))

/** Text as people write it, in markdown. Nothing in it runs or is fetched. */
export const Markdown = ({ text }: { text: string }) => (
  <div className="markdown break-words text-ink-2">
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[[rehypeSanitize, schema]]}
      urlTransform={urlTransform}
      components={{ a: Anchor, ...headings }}
    >
      {text}
    </ReactMarkdown>
  </div>
)

function Anchor({ href = '', children }: ComponentProps<'a'>) {
  if (href.startsWith('mention:')) {
    return <span className="rounded-xs bg-accent-soft px-0.5 text-accent">{children}</span>
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

/** The page has its own headings; one in a comment is a bold line. */
const Bold = ({ children }: ComponentProps<'h1'>) => (
  <p>
    <strong>{children}</strong>
  </p>
)
const headings = { h1: Bold, h2: Bold, h3: Bold, h4: Bold, h5: Bold, h6: Bold }
