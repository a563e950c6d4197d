// Esc inside of a part of the page that is no modal of its own: leaves that part, and nothing around it.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Put the ref on the part. An open list of choices takes Esc for itself first. */
export function useEscape<T extends HTMLElement>(onEscape: () => void): RefObject<T | null> {
  const part = useRef<T>(null)
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  // Before the part is seen, so that no Esc comes too early.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return
      if (event.target.getAttribute('data-mantine-stop-propagation') === 'true') return
      if (part.current?.contains(event.target) !== true) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return part
}
