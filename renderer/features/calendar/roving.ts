// Which item of the calendar can be reached with Tab: one at a time, the arrows go from it to the others.
import { create } from 'zustand'
import { holdFocus } from '../../ui/keys/focusKeeper.ts'

type Roving = {
  key: string | null
  /** It is being moved by keys: where it is drawn anew, it has the focus again. */
  held: boolean
  enter: (key: string) => void
  hold: () => void
  release: () => void
}

/** As items are drawn by the calendar's library, they ask here instead of being drawn anew with each step. */
export const useRoving = create<Roving>((set) => ({
  key: null,
  held: false,
  enter: (key) => set((was) => (was.key === key ? was : { key, held: false })),
  hold: () => set({ held: true }),
  release: () => set({ held: false }),
}))

/**
 * What is moved by keys may be drawn anew or put elsewhere in the page, as soon or as late as the library likes, and loses
 * the focus by it: it gets it back, until something else is reached or pressed. Returns how to end it.
 */
export function keepHeldFocus(): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    reached = target instanceof HTMLElement ? target : null
  }
  const end = holdFocus(() => {
    const { held, key } = useRoving.getState()
    return held && key !== null ? itemOf(key) : undefined
  })
  const release = (): void => {
    reached = null
    useRoving.getState().release()
  }
  document.addEventListener('focusin', onFocus)
  document.addEventListener('pointerdown', release)
  return () => {
    end()
    release()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', release)
  }
}

/** What had the focus last, be it gone since; null: something was pressed after it. */
let reached: HTMLElement | null = null

const itemOf = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)

/** As many as the library needs to lay out its rows. */
const FRAMES = 10

/** A key that is pressed while what is held, or had the focus, is drawn anew goes to it as soon as it stands in the page again. */
export function passToHeld(event: KeyboardEvent): void {
  const { held, key } = useRoving.getState()
  if (key === null || event.target !== document.body || !event.altKey) return
  const drawnAnew = reached?.dataset['item'] === key && !reached.isConnected
  if (!held && !drawnAnew) return
  const pass = (frames: number): void => {
    const item = itemOf(key)
    if (item !== null) {
      item.focus()
      item.dispatchEvent(new KeyboardEvent('keydown', event))
    } else if (frames > 0) requestAnimationFrame(() => pass(frames - 1))
  }
  event.preventDefault()
  pass(FRAMES)
}
