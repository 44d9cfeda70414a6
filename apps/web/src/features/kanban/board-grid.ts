const foldedWidth = 36
/** Between columns, and what stands left and right of them, in pixels. */
const [gap, margins] = [8, 48]

/** The tracks of a board's columns, and how wide the page has to be for them. */
export function gridOf(folded: readonly boolean[]): { template: string; width: string } {
  const open = folded.filter((one) => !one).length
  const rest = (folded.length - open) * foldedWidth + (folded.length - 1) * gap + margins
  return {
    template: folded
      .map((one) => (one ? `${foldedWidth}px` : 'minmax(var(--size-column), 1fr)'))
      .join(' '),
    width: `calc(${open} * var(--size-column) + ${rest}px)`,
  }
}
