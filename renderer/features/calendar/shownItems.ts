// What stands in the grid, by its key. Items are drawn from here and not from the library's own copies: one that has other words but the
// same place is drawn anew alone, where the library would lay out the whole view.
import { useSyncExternalStore } from 'react'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { keyOf } from './items.ts'

export type ShownItems = ReturnType<typeof createShownItems>

export function createShownItems() {
  let byKey: ReadonlyMap<string, CalendarItem> = new Map()
  let more: ReadonlyMap<LocalDate, number> = new Map()
  const told = new Set<() => void>()
  return {
    byKey: () => byKey,
    /** How many of a day are not even given to the library. */
    moreOn: (date: LocalDate): number => more.get(date) ?? 0,
    become(items: readonly CalendarItem[], moreByDay: ReadonlyMap<LocalDate, number>): void {
      byKey = new Map(items.map((item) => [keyOf(item), item]))
      more = moreByDay
      for (const tell of told) tell()
    },
    subscribe(tell: () => void): () => void {
      told.add(tell)
      return () => told.delete(tell)
    },
  }
}

export const useShownItem = (shown: ShownItems, key: string): CalendarItem | undefined =>
  useSyncExternalStore(shown.subscribe, () => shown.byKey().get(key))

export const useMoreOn = (shown: ShownItems, date: LocalDate | null): number =>
  useSyncExternalStore(shown.subscribe, () => (date === null ? 0 : shown.moreOn(date)))
