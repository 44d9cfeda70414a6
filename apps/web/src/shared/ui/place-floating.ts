export type Placement = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'top'

interface Box {
  top: number
  left: number
  width: number
  height: number
}
interface Size {
  width: number
  height: number
}

const margin = 8

/**
 * Where something that floats goes, in pixels from the window's corner: on the wished side of its
 * anchor, on the other side when it does not fit, and always inside the window.
 */
export function placeFloating(
  anchor: Box,
  floating: Size,
  view: Size,
  placement: Placement,
  gap = 4,
): { top: number; left: number } {
  const above = anchor.top - gap - floating.height
  const below = anchor.top + anchor.height + gap
  const fitsAbove = above >= margin
  const fitsBelow = below + floating.height <= view.height - margin
  const wantsAbove = placement.startsWith('top')
  const top = wantsAbove
    ? fitsAbove || !fitsBelow
      ? above
      : below
    : fitsBelow || !fitsAbove
      ? below
      : above

  const left = placement.endsWith('start')
    ? anchor.left
    : placement.endsWith('end')
      ? anchor.left + anchor.width - floating.width
      : anchor.left + (anchor.width - floating.width) / 2
  const within = (value: number, room: number) => Math.max(margin, Math.min(value, room - margin))
  return {
    top: within(top, view.height - floating.height),
    left: within(left, view.width - floating.width),
  }
}
