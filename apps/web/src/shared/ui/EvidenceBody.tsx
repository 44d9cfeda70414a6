import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { formatDayOfYear, formatTime, localDate } from '#shared/format/dates.ts'
import { plural } from '#shared/format/numbers.ts'
import { Badge } from './Badge.tsx'
import { EvidenceHistory } from './EvidenceHistory.tsx'
import { EvidenceTasks } from './EvidenceTasks.tsx'
import type { Evidence } from './evidence.ts'

/** Value, computation, history, moment and tasks of one number, in this order. */
export function EvidenceBody({ evidence }: { evidence: Evidence }) {
  const { label, text, limit, method, operands, history, as_of, coverage, task_count } = evidence
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
      <h2 className="text-ink-2">{label}</h2>
      <div className="mt-0.5 flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold text-2xl tracking-tight">{text}</span>
        {limit && <Badge tone={limit.exceeded ? 'red' : 'green'}>{limit.text}</Badge>}
      </div>
      <Section title="How it is computed">
        <p className="mb-1.5 text-pretty text-ink-2">{method}</p>
        {operands.length > 0 && <Operands operands={operands} />}
      </Section>
      {history && history.length > 1 && (
        <Section title="How it moved">
          <EvidenceHistory label={label} history={history} />
        </Section>
      )}
      <Section title="As of">
        <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
          <dt className="text-ink-3">Computed</dt>
          <dd className="text-ink-2">
            {formatDayOfYear(localDate(new Date(as_of)))}, {formatTime(as_of)}
            {task_count > 0 && `, from ${plural(task_count, 'task')}`}
          </dd>
          {coverage !== null && (
            <>
              <dt className="text-ink-3">Covered</dt>
              <dd className="text-ink-2">{coverage}</dd>
            </>
          )}
        </dl>
      </Section>
      <EvidenceTasks evidence={evidence} />
    </div>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-4">
    <h3 className="mb-1 font-semibold">{title}</h3>
    {children}
  </section>
)

/** Line by line; the last one is the result. */
const Operands = ({ operands }: Pick<Evidence, 'operands'>) => (
  <table className="w-full">
    <tbody>
      {operands.map(({ label, value }, at) => {
        const result = operands.length > 1 && at === operands.length - 1
        return (
          <tr
            key={label}
            className={clsx(
              'border-t first:border-t-0',
              result ? 'border-ink-3 font-semibold' : 'border-line',
            )}
          >
            <td className={clsx('py-1 pr-3', !result && 'text-ink-2')}>{label}</td>
            <td className="whitespace-nowrap py-1 text-right tabular-nums">{value}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
