// Owns how the bytes of a calendar's file become text.
/** UTF-8 as the format says; what other programs wrote instead is read too. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Programs of years ago wrote what their Windows used.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
