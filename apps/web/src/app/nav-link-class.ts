/** A row of the sidebar. */
export const navLinkClass =
  'flex h-7 min-w-0 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink max-lg:h-10'
