import { type ZoomLevel, zoomLevels, zoomNames } from './axis.ts'
import { texts } from './texts.ts'
import { viewChanged, type ZoomOption } from './view-options.ts'

/** The four levels; the wheel and the keys stop in between. */
export const ZoomButtons = ({ level, option }: { level: ZoomLevel; option: ZoomOption }) => (
  <fieldset
    aria-label={texts.zoom}
    className="inline-flex flex-none rounded-sm border border-line-strong"
  >
    {zoomNames.map((name) => (
      <button
        key={name}
        type="button"
        aria-pressed={name === level}
        onClick={() => viewChanged({ [option]: zoomLevels[name] })}
        className="h-[22px] border-line-strong px-2 text-ink-2 text-xs not-first:border-l hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
      >
        {texts.levels[name]}
      </button>
    ))}
  </fieldset>
)
