// What a key leads to is seen as a whole (K17). The browser looks after the caret of a field, not after the field, and who gives the focus
// to a row may not know of everything that scrolls around it.

/** What fills its page or dialog is not scrolled to: whoever comes to it sees its beginning already. */
export const WHOLES = 'body, main, section, [role="dialog"], [role="alertdialog"]'

/** What is drawn of it: a switch or a choice is its label, as its field has no size. */
export function drawnOf(element: HTMLElement): HTMLElement {
  if (!(element instanceof HTMLInputElement) || getComputedStyle(element).opacity !== '0') return element
  return [...(element.labels ?? [])].find(({ offsetWidth }) => offsetWidth > 0) ?? element
}

/** Keys that scroll, of which those within a field move its caret. */
const SCROLLING = /^(?:Page|Arrow|Home$|End$| $)/

/** How much of its height can be seen at once, in px: what scrolls around it may be lower than the window. */
function roomFor(element: HTMLElement): number {
  let room = window.innerHeight
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const scrolls =
      around.scrollHeight > around.clientHeight && getComputedStyle(around).overflowY !== 'visible'
    if (scrolls && around !== document.body) room = Math.min(room, around.clientHeight)
  }
  return room
}

/** Once a window. Returns how to end it. */
export function keepInSight(): () => void {
  // What a key led to, until somebody scrolls: whoever points at something sees it, and would miss it if it moved away under the mouse.
  let kept: HTMLElement | null = null
  let byKey = false

  const show = () => {
    if (kept === null || document.activeElement !== kept) return
    drawnOf(kept).scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  // What is higher than its room is seen from its beginning; a field of many lines from its caret, which the browser sees to.
  const begin = () => {
    if (kept === null || kept.matches('input, textarea') || kept.offsetHeight <= roomFor(kept)) show()
    else kept.scrollIntoView({ block: 'start', inline: 'nearest' })
  }
  const onFocus = ({ target }: FocusEvent) => {
    kept = byKey && target instanceof HTMLElement && !target.matches(WHOLES) ? target : null
    begin()
    // The browser may show the caret after that.
    requestAnimationFrame(begin)
  }
  // Such as a list that opens with the focus and shows what is chosen in it before it has its place, or what arrives above.
  const onScroll = ({ target }: Event) => {
    if (target instanceof Node && kept !== null && target !== kept && target.contains(kept)) show()
  }
  const onKey = ({ key, target }: KeyboardEvent) => {
    byKey = true
    const inField = target instanceof HTMLElement && target.matches('input, textarea')
    if (SCROLLING.test(key) && !(inField && !key.startsWith('Page'))) kept = null
  }
  const onHand = () => {
    byKey = false
    kept = null
  }
  const hands = ['pointerdown', 'wheel', 'touchstart'] as const
  document.addEventListener('focusin', onFocus)
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  document.addEventListener('keydown', onKey, true)
  // Whoever makes the page larger has less of it in the window.
  window.addEventListener('resize', show)
  for (const hand of hands) document.addEventListener(hand, onHand, { capture: true, passive: true })
  return () => {
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('scroll', onScroll, true)
    document.removeEventListener('keydown', onKey, true)
    window.removeEventListener('resize', show)
    for (const hand of hands) document.removeEventListener(hand, onHand, true)
  }
}
