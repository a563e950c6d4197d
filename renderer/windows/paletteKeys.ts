// The keyboard of the open command palette: every letter belongs to its field, and an Enter waits for what was typed to be found.
import type { createSpotlight } from '@mantine/spotlight'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

type PaletteStore = ReturnType<typeof createSpotlight>[0]

export type PaletteKeys = {
  store: PaletteStore
  field: RefObject<HTMLInputElement | null>
  query: string
  setQuery: (change: (query: string) => string) => void
  /** What is shown does not answer the query yet, so Enter must not take a row of it. */
  waiting: boolean
}

/**
 * Between opening and the moment at which the field has the focus there are some frames. Letters typed then are neither lost nor
 * taken for shortcuts of a single key.
 */
export function usePaletteKeys({ store, field, query, setQuery, waiting }: PaletteKeys): void {
  const [enterFor, setEnterFor] = useState<string | null>(null)
  const now = useRef({ query, waiting })
  useEffect(() => {
    now.current = { query, waiting }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!store.getState().opened || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const focused = document.activeElement === field.current && field.current !== null
      const letter = !focused && event.key.length === 1
      const enter = event.key === 'Enter' && (!focused || now.current.waiting)
      if (!letter && !enter) return
      event.preventDefault()
      event.stopPropagation()
      if (letter) {
        now.current = { query: now.current.query + event.key, waiting: true }
        setQuery((typed) => typed + event.key)
      } else setEnterFor(now.current.query)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [store, field, setQuery])
  useEffect(() => {
    if (enterFor === null || waiting) return
    setEnterFor(null)
    if (enterFor !== query || !store.getState().opened) return
    document
      .getElementById(store.getState().listId)
      ?.querySelector<HTMLButtonElement>('[data-action]')
      ?.click()
  }, [enterFor, waiting, query, store])
}

/** Marks the first row after each keystroke, and when customers arrive, so that Enter takes what is seen first. */
export function useMarkFirst(store: PaletteStore, query: string): void {
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
  }, [store, query])
}
