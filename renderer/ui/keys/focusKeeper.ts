// Keeps the keyboard's place: when what had the focus goes away, the focus goes to what stands nearest to it, never to the page.
// A dialog's opener, the row beside a deleted one, the content of a page that was left: one mechanism for every way to lose it.

/** Where an element stands: itself, then what it lies in, each with its neighbours, from the inside out. */
type Step = { node: Element; parent: Element; next: Element | null; previous: Element | null }
type Place = { element: HTMLElement; steps: readonly Step[] }

/** So many places are remembered: a dialog over a popover over a row is three. */
const REMEMBERED = 16

/** What is drawn anew while it has the focus: where it stands now, null while it stands nowhere, undefined if it is nothing. */
type Held = () => HTMLElement | null | undefined
let heldFocus: Held = () => undefined

/** What is held has the focus again as soon as it stands somewhere, and nothing beside it gets it meanwhile. Returns how to end it. */
export function holdFocus(held: Held): () => void {
  heldFocus = held
  return () => {
    if (heldFocus === held) heldFocus = () => undefined
  }
}

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [data-row-link], [data-row]'

/** Once a window. Returns how to end it. */
export function keepFocus(): () => void {
  let places: Place[] = []
  // The focus is on its way: nothing has it until the field that was left has said what it has to say.
  let moving = false
  let tabbed = false

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    keepInTrap(target)
    places = [...places.filter(({ element }) => element !== target), placeOf(target)].slice(-REMEMBERED)
  }
  const onKey = ({ key }: KeyboardEvent) => {
    tabbed = key === 'Tab'
  }
  const onLeave = () => {
    if (moving) return
    moving = true
    setTimeout(() => {
      moving = false
      const last = places.at(-1)
      // Tab beyond the last thing leaves the page, and must not be brought back: its next press begins at the top.
      if (
        tabbed &&
        document.activeElement === document.body &&
        last !== undefined &&
        takesFocus(last.element)
      )
        places = []
      check()
    })
  }
  // A click beside everything is a wish of its own: the page then has the focus, and keeps it.
  const onPress = ({ target }: MouseEvent) => {
    // A button that is pressed may be at work, and without the focus, before anybody looks.
    if (target instanceof Element && target.closest(FOCUSABLE) !== null) return
    setTimeout(() => {
      if (document.activeElement === document.body) places = []
    })
  }
  const check = () => {
    if (moving) return
    const last = places.at(-1)
    if (last === undefined) return
    const active = document.activeElement
    if (active !== null && active !== document.body && !isOff(active)) {
      if (active === last.element) places[places.length - 1] = placeOf(last.element)
      return
    }
    const held = heldFocus()
    if (held !== undefined) return held === null ? undefined : focus(held)
    // A button that is at work comes back, and has the focus again.
    if (last.element.isConnected && last.element.matches('[data-loading]')) return
    if (takesFocus(last.element)) return focus(last.element)
    const found = nearest(places)
    if (found !== null) focus(found)
  }
  document.addEventListener('focusin', onFocus)
  document.addEventListener('focusout', onLeave, true)
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('mousedown', onPress, true)
  const observer = new MutationObserver(check)
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'data-loading'],
  })
  return () => {
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('focusout', onLeave, true)
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('mousedown', onPress, true)
    observer.disconnect()
  }
}

/**
 * The library's trap of a dialog gives the focus to what is marked for it twice, each time a moment late: a key may have led on by then,
 * and the next would go to the wrong place. What has been reached is marked in its stead.
 */
function keepInTrap(reached: HTMLElement): void {
  const trap = reached.closest('[role="dialog"]')
  if (trap === null || trap === reached) return
  for (const marked of trap.querySelectorAll('[data-autofocus]')) marked.removeAttribute('data-autofocus')
  reached.setAttribute('data-autofocus', 'true')
}

function placeOf(element: HTMLElement): Place {
  const steps: Step[] = []
  for (
    let node: Element = element;
    node.parentElement !== null && node !== document.body;
    node = node.parentElement
  ) {
    const { parentElement: parent, nextElementSibling: next, previousElementSibling: previous } = node
    steps.push({ node, parent, next, previous })
  }
  return { element, steps }
}

/** The newest place that still is, or has a neighbour, within the dialog that is open, if one is. */
function nearest(places: readonly Place[]): HTMLElement | null {
  const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1)
  const room: HTMLElement = dialog ?? document.body
  for (const place of places.toReversed()) {
    if (!room.contains(place.steps.find(({ parent }) => parent.isConnected)?.parent ?? null)) continue
    const found = takesFocus(place.element) ? place.element : besides(place, room)
    if (found !== null) return found
  }
  return dialog ?? document.querySelector('main')
}

/** What stands now where something stood, when that did not just go: between the same neighbours, something else. */
function insteadOf({ node, parent, next, previous }: Step): Element | null {
  if (node.isConnected || (next !== null && !next.isConnected)) return null
  const now =
    previous === null ? parent.firstElementChild : previous.isConnected ? previous.nextElementSibling : null
  return now === next ? null : now
}

/** What stands beside a place that is gone: in what took its place, in the next thing of its kind, in the one before, or in what held them. */
function besides({ element, steps }: Place, room: HTMLElement): HTMLElement | null {
  for (const step of steps) {
    const { node, parent, next, previous } = step
    if (!parent.isConnected || parent === document.body || parent.matches('#root, [data-portal]')) continue
    // A page or dialog whose content was changed as a whole begins anew.
    if (parent.matches('main, [role="dialog"]') && !node.isConnected) return parent as HTMLElement
    const instead = insteadOf(step)
    const there =
      instead !== null && room.contains(instead) ? focusables(instead).find(takesFocus) : undefined
    if (there !== undefined) return there
    // What has a name is heard by it, and its buttons are the next to come.
    if (instead instanceof HTMLElement && room.contains(instead) && instead.matches('[aria-label]'))
      return instead
    const at = node.isConnected ? 0 : focusables(node).indexOf(element)
    for (const beside of [next, previous, parent]) {
      if (beside === null || !beside.isConnected || !room.contains(beside)) continue
      const within = focusables(beside).filter(takesFocus)
      const found = (beside === parent ? undefined : within[Math.max(0, at)]) ?? within[0]
      if (found !== undefined) return found
    }
    if (parent === room || parent.matches('main')) return parent as HTMLElement
  }
  return null
}

function focusables(node: Element): HTMLElement[] {
  return [node, ...node.querySelectorAll(FOCUSABLE)].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && each.matches(FOCUSABLE),
  )
}

const isOff = (element: Element): boolean => element.matches(':disabled')

const takesFocus = (element: HTMLElement): boolean =>
  element.isConnected &&
  !isOff(element) &&
  element.closest('[inert], [aria-hidden="true"]') === null &&
  element.checkVisibility({ visibilityProperty: true })

function focus(element: HTMLElement): void {
  if (!element.matches(FOCUSABLE) && element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
