/** A text file's characters: what its byte order mark says, else UTF-8, else the Windows code page that Excel saves. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Translates: bytes that are no UTF-8 are in the older encoding.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
