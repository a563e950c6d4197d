// The palette's state and keyboard: it begins anew each time, every letter belongs to its field, and an Enter waits for its answer.
import { createSpotlight } from '@mantine/spotlight'
import { useEffect, useLayoutEffect, useState } from 'react'
import { useShortcuts } from '../ui/useShortcuts.ts'

const [store, palette] = createSpotlight()
export const paletteStore = store

export function openPalette(): void {
  if (store.getState().opened) return
  store.updateState((state) => ({ ...state, query: '' }))
  palette.open()
}

/** Also while somebody types, but never over another dialog. `/` only where nobody types. */
export function usePaletteShortcuts(singleKeys: boolean): void {
  const open = () => {
    const own = document.getElementById(store.getState().listId)
    const dialogs = [...document.querySelectorAll('[role="dialog"]')]
    if (dialogs.every((dialog) => own !== null && dialog.contains(own))) openPalette()
  }
  useShortcuts([['mod + K', open]], [])
  useShortcuts(singleKeys ? [['/', open]] : [])
}

export type PaletteKeys = {
  /** The search field, once it is there. */
  field: HTMLInputElement | null
  /** What is shown does not answer the query yet, so Enter must not take a row of it. */
  waiting: boolean
}

/**
 * Between opening and the moment at which the field has the focus there are some frames. What is typed then is neither lost nor
 * taken for shortcuts of a single key.
 */
export function usePaletteKeys({ field, waiting }: PaletteKeys): void {
  const [enterFor, setEnterFor] = useState<string | null>(null)
  // Before painting, for the same reason as the shortcuts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { opened, query } = store.getState()
      if (!opened || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      const focused = field !== null && document.activeElement === field
      const letter = !focused && event.key.length === 1
      const enter = event.key === 'Enter' && (!focused || waiting)
      if (!letter && !enter) return
      event.preventDefault()
      event.stopPropagation()
      if (enter) setEnterFor(query)
      // Not by updateState, which tells nobody: the field would go on with its old text, and the next letter write over these.
      else store.setState({ ...store.getState(), query: query + event.key })
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [field, waiting])
  useEffect(() => {
    if (enterFor === null || waiting || field === null) return
    setEnterFor(null)
    const { opened, query, listId } = store.getState()
    // Who typed on, or left, means something else by now.
    if (!opened || enterFor !== query) return
    document.getElementById(listId)?.querySelector<HTMLButtonElement>('[data-action]')?.click()
  }, [enterFor, waiting, field])
}

/** Marks the first row after each keystroke, and when customers arrive, so that Enter takes what is seen first. */
export function useMarkFirst(query: string): void {
  useEffect(() => {
    const list = document.getElementById(store.getState().listId)
    if (list === null) return
    const mark = () => {
      if (query.trim() === '' || list.querySelector('[data-selected]') !== null) return
      list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
      store.updateState((state) => ({ ...state, selected: 0 }))
    }
    for (const row of list.querySelectorAll('[data-selected]')) row.removeAttribute('data-selected')
    store.updateState((state) => ({ ...state, selected: -1 }))
    mark()
    const observer = new MutationObserver(mark)
    observer.observe(list, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [query])
}
