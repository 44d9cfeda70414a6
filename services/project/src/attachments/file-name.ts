const lengthMax = 200

/**
 * What a file is called here, whatever the sender called it: no folders (of either system), no control or
 * direction characters, composed as NFC, at most 200 characters with its ending kept; "file" for nothing.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replaceAll(/\p{C}/gu, '').replaceAll(/\s+/g, ' ').trim().replace(/^\.+/, '')
  if (name === '') return 'file'
  const letters = [...name]
  if (letters.length <= lengthMax) return name
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return letters.slice(0, lengthMax - [...ending].length).join('') + ending
}

/** RFC 6266: the name in ASCII for old readers, and as it is (RFC 8187) for all others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
