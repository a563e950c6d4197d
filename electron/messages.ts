// The two lines between a page and the main process, and how large a message on them may be.

export const REQUEST_CHANNEL = 'daybook'
export const EVENT_CHANNEL = 'daybook:event'

/** Characters of JSON. The longest note is 10,000; nothing that a screen sends comes near this. */
export const MESSAGE_LIMIT = 256 * 1024

/** False too for what is no plain data (circular, BigInt): no request of the contract is. */
export function fitsMessage(args: unknown): boolean {
  try {
    return (JSON.stringify(args) ?? '').length <= MESSAGE_LIMIT
  } catch {
    return false
  }
}
