// Where notices stand: at the foot of the window's end, and above what has the focus where they would cover it (K17).
import { Notifications } from '@mantine/notifications'
import { drawnOf, WHOLES } from '../keys/inSight.ts'

const GAP_PX = 8

type Span = { left: number; right: number; top: number; bottom: number }

export const Notices = () => <Notifications position="bottom-right" limit={4} zIndex={400} ref={begin} />

/** The library has a stack for each corner, of which one is used. */
const begin = (stack: HTMLDivElement | null): (() => void) | undefined =>
  stack?.dataset['position'] === 'bottom-right' ? stepAside(stack) : undefined

/** Keeps the notices off what has the focus: when one comes or grows, and when the focus moves or what has it. Returns how to end it. */
function stepAside(stack: HTMLElement): () => void {
  const { style } = document.documentElement
  let some = false
  let risen = 0
  let asked = false
  const rise = (px: number) => {
    risen = px
    style.setProperty('--db-notices-rise', `${px}px`)
  }
  const place = () => {
    asked = false
    const { left, right, top, bottom } = stack.getBoundingClientRect()
    some = bottom > top
    // What is scrolled into view comes to stand above them.
    if (some) style.setProperty('--db-notices', `${Math.ceil(bottom - top) + 2 * GAP_PX}px`)
    else style.removeProperty('--db-notices')
    if (!some) return rise(0)
    // Whoever is at their buttons finds them where they were.
    if (stack.contains(document.activeElement)) return
    const low = { left, right, top: top + risen, bottom: bottom + risen }
    const drawn = drawnFocus()
    if (drawn === null) return rise(0)
    const by = riseOver(low, [withWords(drawn), spanOf([drawn])])
    if (by !== null) return rise(by)
    // There is no room above it either.
    rise(0)
    drawn.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    rise(riseOver(low, [spanOf([drawn])]) ?? 0)
  }
  const soon = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(place)
  }
  const size = new ResizeObserver(place)
  size.observe(stack)
  // The newest stands last, and is seen where there is no room for all.
  const come = new MutationObserver(() => {
    if (!stack.contains(document.activeElement)) stack.scrollTop = stack.scrollHeight
  })
  come.observe(stack, { childList: true, subtree: true })
  // A list that opens below its field, or a page whose content arrives.
  const changes = new MutationObserver(() => {
    if (some) soon()
  })
  changes.observe(document.body, { childList: true, subtree: true })
  const onFocus = () => {
    if (!some) return
    place()
    soon()
  }
  document.addEventListener('focusin', onFocus)
  window.addEventListener('resize', soon)
  return () => {
    size.disconnect()
    come.disconnect()
    changes.disconnect()
    document.removeEventListener('focusin', onFocus)
    window.removeEventListener('resize', soon)
    style.removeProperty('--db-notices')
    style.removeProperty('--db-notices-rise')
  }
}

/** How far up they stand above the first of these that leaves them room; 0 where they may stay low. Null where there is no such place. */
function riseOver(low: Span, seen: readonly Span[]): number | null {
  for (const each of seen) {
    if (!meet(each, low)) return 0
    const by = Math.ceil(low.bottom - each.top + GAP_PX)
    if (low.top - by >= GAP_PX) return by
  }
  return null
}

/** Null where nothing in particular has the focus. */
function drawnFocus(): HTMLElement | null {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || active.matches(WHOLES)) return null
  return drawnOf(active)
}

/** With its label, and the list that it has open. */
function withWords(drawn: HTMLElement): Span {
  const open = drawn.getAttribute('aria-expanded') === 'true' ? drawn.getAttribute('aria-controls') : null
  const list = open === null ? null : document.getElementById(open)
  return spanOf([
    drawn.closest<HTMLElement>('.mantine-InputWrapper-root') ?? drawn,
    ...(list === null ? [] : [list]),
  ])
}

function spanOf(elements: readonly HTMLElement[]): Span {
  const spans = elements.map((each) => each.getBoundingClientRect())
  return {
    left: Math.min(...spans.map(({ left }) => left)),
    right: Math.max(...spans.map(({ right }) => right)),
    top: Math.min(...spans.map(({ top }) => top)),
    bottom: Math.max(...spans.map(({ bottom }) => bottom)),
  }
}

const meet = (one: Span, other: Span): boolean =>
  one.left < other.right + GAP_PX &&
  other.left < one.right + GAP_PX &&
  one.top < other.bottom + GAP_PX &&
  other.top < one.bottom + GAP_PX
