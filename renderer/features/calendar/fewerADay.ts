// A month shows a few items of each day and counts the rest. The library would place every hidden one against every other with each
// change, so it is given no more of a day than a window can show.
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { WallMs } from './moves.ts'

/** When an item is drawn: as the clocks show it, or from the start of its day. */
export type Drawn = { start: WallMs; end: WallMs | null; allDay: boolean }

const DAY_MS = 86_400_000
const dayOf = (wall: WallMs): number => Math.floor(wall / DAY_MS)
const lengthOf = ({ start, end }: Drawn): number => (end ?? start) - start

/** In the library's order: the earlier first, then the longer. */
const inOrder = (a: Drawn, b: Drawn): number => a.start - b.start || lengthOf(b) - lengthOf(a)

/**
 * Of each day its first `most` items, and how many more there are. What stands on several days is always given, as is what is `kept`.
 */
export function fewerADay<Item>(
  items: readonly Item[],
  most: number,
  drawnAt: (item: Item) => Drawn,
  kept: (item: Item) => boolean,
): { items: Item[]; more: ReadonlyMap<LocalDate, number> } {
  const byDay = new Map<number, { item: Item; drawn: Drawn }[]>()
  const left = new Set<Item>()
  for (const item of items) {
    const drawn = drawnAt(item)
    const day = dayOf(drawn.start)
    if (drawn.end !== null && dayOf(drawn.end - 1) > day) continue
    const those = byDay.get(day)
    if (those === undefined) byDay.set(day, [{ item, drawn }])
    else those.push({ item, drawn })
  }
  const more = new Map<LocalDate, number>()
  for (const [day, those] of byDay) {
    if (those.length <= most) continue
    const rest = those
      .sort((a, b) => inOrder(a.drawn, b.drawn))
      .slice(most)
      .filter(({ item }) => !kept(item))
    for (const { item } of rest) left.add(item)
    if (rest.length > 0) more.set(new Date(day * DAY_MS).toISOString().slice(0, 10), rest.length)
  }
  return { items: left.size === 0 ? [...items] : items.filter((item) => !left.has(item)), more }
}
