// The keys of an item in the calendar: arrows go from one to the next, with Alt they move it, with Alt and Shift they move its end.
import type { KeyboardEvent } from 'react'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { zoneOf } from './items.ts'
import { useRoving } from './roving.ts'
import { byDays, byMinutes, endingBy, wholeByDays } from './moves.ts'
import type { Span } from './moves.ts'

const STEP_MINUTES = 15

/** Everything in it that the arrows reach, in the order of time. */
function reachable(grid: HTMLElement): HTMLElement[] {
  const items = [...grid.querySelectorAll<HTMLElement>('[data-item]')]
  const more = [...grid.querySelectorAll<HTMLElement>('[data-more]')]
  return [...items.sort((a, b) => Number(a.dataset['start']) - Number(b.dataset['start'])), ...more]
}

export type ItemKeysProps = {
  itemOf: (key: string) => CalendarItem | undefined
  spanOf: (item: CalendarItem) => Span
  zone: string
  onOpen: (item: CalendarItem) => void
  onMove: (item: CalendarItem, span: Span, at: { x: number; y: number }) => void
  onStays: (item: CalendarItem) => void
}

export function onItemKey(event: KeyboardEvent<HTMLElement>, props: ItemKeysProps): void {
  const { target, currentTarget: grid } = event
  if (!(target instanceof HTMLElement)) return
  const element = target.closest<HTMLElement>('[data-item], [data-more]')
  if (element === null || event.ctrlKey || event.metaKey) return
  const item = props.itemOf(element.dataset['item'] ?? '')
  const forward = getComputedStyle(grid).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  if (event.altKey) {
    if (item === undefined || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (!item.movable) return props.onStays(item)
    const was = props.spanOf(item)
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    // What stands on whole days has no time that could move.
    if (item.day !== null && down !== 0) return
    const days = event.key === forward ? 1 : event.key === backward ? -1 : 0
    const toDay = item.day === null ? byDays : wholeByDays
    const span =
      down === 0
        ? event.shiftKey
          ? null
          : toDay(was, days, zoneOf(item, props.zone))
        : event.shiftKey
          ? endingBy(was, down * STEP_MINUTES)
          : byMinutes(was, down * STEP_MINUTES)
    const { left, bottom } = element.getBoundingClientRect()
    useRoving.getState().hold()
    if (span !== null) props.onMove(item, span, { x: left, y: bottom })
    return
  }
  if ((event.key === 'Enter' || event.key === ' ') && item !== undefined) {
    event.preventDefault()
    return props.onOpen(item)
  }
  const all = reachable(grid)
  const at = all.indexOf(element)
  const next =
    event.key === 'ArrowDown' || event.key === forward
      ? at + 1
      : event.key === 'ArrowUp' || event.key === backward
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? all.length - 1
            : null
  const found = next === null ? undefined : all[next]
  if (found === undefined) return
  event.preventDefault()
  const key = found.dataset['item']
  if (key !== undefined) useRoving.getState().enter(key)
  found.focus()
}
