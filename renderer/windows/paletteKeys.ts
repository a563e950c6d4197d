// Whether the palette is open and what is typed in it, and its keys until its field has the focus: no letter is lost on the way.
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { useShortcuts } from '../ui/keys/useShortcuts.ts'

type PaletteState = {
  opened: boolean
  query: string
  /** An Enter was pressed for this text, and waits for its rows. */
  enterFor: string | null
}

const CLOSED: PaletteState = { opened: false, query: '', enterFor: null }
let state = CLOSED
const listeners = new Set<() => void>()

export function setPalette(change: Partial<PaletteState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

export const closePalette = (): void => setPalette(CLOSED)

export function openPalette(): void {
  if (!state.opened) setPalette({ ...CLOSED, opened: true })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePalette = (): PaletteState => useSyncExternalStore(subscribe, () => state)

/** Also while somebody types, but never over another dialog. `/` only where nobody types. */
export function usePaletteShortcuts(singleKeys: boolean): void {
  const open = () => {
    if (document.querySelector('[role="dialog"]') === null) openPalette()
  }
  useShortcuts([['mod + K', open]], [])
  useShortcuts(singleKeys ? [['/', open]] : [])
}

/**
 * Between opening and the moment at which the field has the focus there may be some frames. What is typed then is neither lost nor
 * taken for shortcuts of a single key.
 */
export function useKeysBeforeFocus(field: HTMLInputElement | null): void {
  // Before painting, for the same reason as the shortcuts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!state.opened || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (field !== null && document.activeElement === field) return
      if (event.key.length === 1) setPalette({ query: state.query + event.key })
      else if (event.key === 'Enter') setPalette({ enterFor: state.query })
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [field])
}
