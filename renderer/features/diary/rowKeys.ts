// Moves the focus between the rows of a table with ↑ ↓ Home End, from whichever row's link has it.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Put the ref on the table; each row's link carries data-row-link. */
export function useRowKeys(): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const element = table.current
    element?.addEventListener('keydown', moveBetweenRows)
    return () => element?.removeEventListener('keydown', moveBetweenRows)
  }, [])
  return table
}

function moveBetweenRows(event: KeyboardEvent): void {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
  if (!(event.currentTarget instanceof HTMLElement)) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = links.findIndex((link) => link === event.target)
  if (at < 0) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus()
}
