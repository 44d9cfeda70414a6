import { clsx } from 'clsx'
import { texts } from './texts.ts'

interface UnknownsBoxProps {
  unknowns: readonly string[]
  /** On a wide page, in two columns without dashes. */
  wide?: boolean
}

/** What an insight does not know, made by code. */
export const UnknownsBox = ({ unknowns, wide = false }: UnknownsBoxProps) =>
  unknowns.length > 0 && (
    <section
      className={clsx(
        'rounded-md border border-line bg-sunken text-xs leading-[18px]',
        wide ? 'px-4 py-2.5' : 'px-3 pt-2 pb-[9px]',
      )}
    >
      <h3 className="font-semibold">{texts.unknowns}</h3>
      <ul className={clsx(wide && 'mt-1 gap-6 leading-5 sm:columns-2')}>
        {unknowns.map((unknown) => (
          <li key={unknown} className="flex break-inside-avoid gap-2 text-ink-2">
            {!wide && <span className="text-ink-3">–</span>}
            {unknown}
          </li>
        ))}
      </ul>
    </section>
  )
