// The key that proves to the host that it is asked by a page of its own. The browser keeps it for this very address, and unlike a
// cookie it is sent nowhere by itself.
const KEPT_AS = 'daybook.key'
const HANDED_OVER = /^#key=([\w-]+)$/

/** The one that the address hands over, which then goes from it; else the one that was kept. */
export function takePageKey(page: Pick<Window, 'location' | 'history'>, storage: () => Storage): string {
  const given = HANDED_OVER.exec(page.location.hash)?.[1]
  if (given !== undefined)
    page.history.replaceState(null, '', `${page.location.pathname}${page.location.search}`)
  try {
    if (given !== undefined) storage().setItem(KEPT_AS, given)
    return given ?? storage().getItem(KEPT_AS) ?? ''
  } catch (error) {
    // A browser that keeps nothing: the key is good as long as this page stays.
    if (error instanceof DOMException) return given ?? ''
    throw error
  }
}
