import type { Attention } from '@milepost/api-contracts/insights'
import { Link } from 'react-router'
import { EvidenceText } from '#shared/ui/EvidenceText.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { texts } from './texts.ts'

interface RiskAlertPanelProps {
  items: readonly Attention[]
  className?: string
}

/** What needs a decision, worst first. */
export const RiskAlertPanel = ({ items, className = '' }: RiskAlertPanelProps) => (
  <Panel
    title={texts.attention}
    note={texts.attentionNote(items.length)}
    className={`@container ${className}`}
  >
    {items.length === 0 ? (
      <p className="px-4 py-2 text-ink-2">{texts.attentionNone}</p>
    ) : (
      <ul>
        {items.map((item) => (
          <li
            key={`${item.subject} ${item.parts[0]?.text}`}
            className="border-line not-first:border-t hover:bg-hover last:rounded-b-lg"
          >
            <Alert item={item} />
          </li>
        ))}
      </ul>
    )}
  </Panel>
)

const Alert = ({ item }: { item: Attention }) => (
  <div className="grid grid-cols-[12px_minmax(0,1fr)_auto_16px] items-center gap-x-3 gap-y-1 py-2 pr-3 pl-4 @max-[559px]:grid-cols-[12px_minmax(0,1fr)_16px] @max-[559px]:items-start @max-[559px]:py-3 @max-[559px]:pr-2">
    <HealthMark
      health={item.severity}
      label={healthWord[item.severity]}
      className="@max-[559px]:mt-[5px]"
    />
    <p className="min-w-0 text-pretty">
      <span className="font-medium">{item.subject}</span>{' '}
      <span className="text-ink-2">
        <EvidenceText parts={item.parts} />
      </span>
    </p>
    <span className="whitespace-nowrap text-ink-3 text-xs @max-[559px]:col-start-2 @max-[559px]:row-start-2 @max-[559px]:whitespace-normal">
      {item.hint}
    </span>
    {item.project_id !== null && (
      <Link
        to={`/projects/${item.project_id}/insights`}
        aria-label={texts.openProject(item.subject)}
        className="relative text-ink-3 after:absolute after:-inset-2.5 @max-[559px]:col-start-3 @max-[559px]:row-start-1 @max-[559px]:mt-0.5 @max-[559px]:after:-inset-3"
      >
        <Icon name="next" />
      </Link>
    )}
  </div>
)
