/** Pixels. */
export const rowHeight = 32
export const headerHeight = 44
