import type { RiskList, RiskView } from '@milepost/api-contracts/insights'
import { EvidenceNumber } from '#shared/ui/EvidenceNumber.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { texts } from './texts.ts'

/** Every rule with its limit and its value, those past their limit first. */
export function RiskAssessment({ risks }: { risks: RiskList }) {
  const fired = risks.items.filter((risk) => risk.fired).length
  return (
    <section className="mt-6">
      <div className="flex h-8 items-center gap-2 border-line border-b">
        <h2 className="font-semibold">{texts.risks}</h2>
        <span className="text-ink-3 text-xs">{texts.risksNote(fired, risks.items.length)}</span>
      </div>
      <ul>
        {worstFirst(risks.items).map((risk) => (
          <li
            key={risk.rule}
            className="grid grid-cols-[12px_minmax(0,1fr)_auto] items-baseline gap-3 border-line border-b py-2"
          >
            <HealthMark
              health={risk.severity}
              label={healthWord[risk.severity]}
              className="self-center"
            />
            <span>
              <span className="font-medium">{risk.title}</span>{' '}
              <span className="text-ink-2">
                {risk.fired === null ? risk.explanation : risk.limit}
              </span>
            </span>
            <RiskValue risk={risk} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RiskValue({ risk }: { risk: RiskView }) {
  if (risk.fired === null) return <span className="text-ink-3">{texts.notKnown}</span>
  const text = risk.value ?? risk.fact?.text ?? ''
  return risk.fact ? <EvidenceNumber of={risk.fact.key}>{text}</EvidenceNumber> : <b>{text}</b>
}

const order = { red: 0, amber: 1, unknown: 2, green: 3 }
const worstFirst = (items: readonly RiskView[]) =>
  [...items].sort((a, b) => order[a.severity] - order[b.severity])
