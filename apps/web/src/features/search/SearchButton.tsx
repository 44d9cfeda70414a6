import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { paletteOpened } from './palette-store.ts'
import { texts } from './texts.ts'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

interface SearchButtonProps {
  /** Before it opens, such as to close what the button stands in. */
  onOpen?: () => void
}

/** Looks like the field it opens. */
export const SearchButton = ({ onOpen }: SearchButtonProps) => (
  <button
    type="button"
    aria-haspopup="dialog"
    onClick={() => {
      onOpen?.()
      paletteOpened()
    }}
    className="mb-2 flex h-(--size-control) w-full flex-none items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ink-3 hover:bg-hover max-sm:h-10"
  >
    <Icon name="search" size={14} />
    <span className="flex-1 text-left">{texts.open}</span>
    <Kbd>{isApple ? '⌘K' : 'Ctrl K'}</Kbd>
  </button>
)
