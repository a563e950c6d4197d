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
  const end = holdFocus(() => {
    const { held, key } = useRoving.getState()
    return held && key !== null ? itemOf(key) : undefined
  })
  const release = (): void => useRoving.getState().release()
  document.addEventListener('pointerdown', release)
  return () => {
    end()
    release()
    document.removeEventListener('pointerdown', release)
  }
}

const itemOf = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)

/** As many as the library needs to lay out its rows. */
const FRAMES = 10

/** A key that is pressed while what is held has no place in the page goes to it as soon as it has one. */
export function passToHeld(event: KeyboardEvent): void {
  const { held, key } = useRoving.getState()
  if (!held || key === null || event.target !== document.body || !event.altKey) return
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
