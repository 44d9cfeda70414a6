/** Where something that floats must be put: a modal dialog makes everything outside itself unreachable. */
export const layerOf = (anchor: Element | null): Element =>
  anchor?.closest('dialog') ?? document.body
