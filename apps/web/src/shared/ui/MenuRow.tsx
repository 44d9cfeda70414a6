import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import type { MenuItem } from './menu-items.ts'

const look =
  'flex h-7 w-full items-center gap-2 rounded-sm px-2 outline-offset-[-2px] hover:bg-hover focus-visible:bg-hover max-sm:h-10'

export function MenuRow({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const choose = () => {
    onDone()
    item.onSelect()
  }
  if (item.checked === undefined) {
    return (
      <button type="button" role="menuitem" tabIndex={-1} onClick={choose} className={look}>
        <Content item={item} />
      </button>
    )
  }
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={item.checked}
      tabIndex={-1}
      onClick={choose}
      className={look}
    >
      <Content item={item} />
    </button>
  )
}

const Content = ({ item }: { item: MenuItem }) => (
  <>
    {(item.icon || item.mark) && (
      <span className="grid w-4 flex-none place-items-center text-ink-3">
        {item.mark ?? (item.icon && <Icon name={item.icon} size={14} />)}
      </span>
    )}
    <span className="min-w-0 flex-1 truncate">{item.label}</span>
    {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    {item.checked && <Icon name="approve" size={14} className="text-accent" />}
  </>
)
