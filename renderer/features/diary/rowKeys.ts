// Makes a table one stop of Tab (K17): ↑ ↓ Home End go from row to row, ← → between what can be pressed in a row.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { sidewards } from '../../ui/table/gridKeys.ts'

/** Put the ref on the table. Each row's link carries data-row-link: Tab leads to one of these first. */
export function useRowKeys(): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null)
  // After each drawing, as rows come and go.
  useEffect(() => {
    if (table.current !== null) keepOneStop(table.current)
  })
  useEffect(() => {
    const element = table.current
    if (element === null) return
    const onFocus = () => keepOneStop(element)
    element.addEventListener('keydown', moveBetweenRows)
    element.addEventListener('focusin', onFocus)
    return () => {
      element.removeEventListener('keydown', moveBetweenRows)
      element.removeEventListener('focusin', onFocus)
    }
  }, [])
  return table
}

const rowsOf = (table: HTMLElement): HTMLElement[] =>
  [...table.querySelectorAll<HTMLElement>('tbody tr')].filter((row) => stopsOf(row).length > 0)

const stopsOf = (row: HTMLElement): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)'),
]

/** Only what had the focus last is reached by Tab; at first that is the first row's link. */
function keepOneStop(table: HTMLElement): void {
  const stops = rowsOf(table).flatMap(stopsOf)
  const kept =
    stops.find((stop) => stop === document.activeElement) ??
    stops.find((stop) => stop.dataset.stop !== undefined) ??
    stops.find((stop) => stop.dataset.rowLink !== undefined) ??
    stops[0]
  for (const stop of stops) {
    if (stop === kept) stop.dataset.stop = ''
    else delete stop.dataset.stop
    stop.tabIndex = stop === kept ? 0 : -1
  }
}

function moveBetweenRows(event: KeyboardEvent): void {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
  const { currentTarget: table, target } = event
  if (!(table instanceof HTMLElement) || !(target instanceof HTMLElement)) return
  const rows = rowsOf(table)
  const at = rows.findIndex((row) => row.contains(target))
  const row = rows[at]
  if (row === undefined) return
  const stops = stopsOf(row)
  const column = stops.indexOf(target)
  if (column < 0) return
  const step = sidewards(event.key, row)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (step === 0 && to === undefined) return
  event.preventDefault()
  const next = to === undefined ? row : rows[Math.max(0, Math.min(rows.length - 1, to))]
  const stopsThere = next === undefined ? [] : stopsOf(next)
  stopsThere[Math.max(0, Math.min(stopsThere.length - 1, column + step))]?.focus()
}
