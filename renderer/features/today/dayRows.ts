// A day as a list: its entries in order, and the free time between them as lines of its own.
import type { Instant } from '../../../shared/base/instant.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { isAmount } from '../../../shared/rules/amount.ts'

export type DayRow =
  | { kind: 'entry'; entry: EntryView }
  | { kind: 'timer'; timer: TimerView }
  | { kind: 'free'; from: Instant; to: Instant }

/** Shorter free time between two sessions is a breath, not a gap. */
export const MIN_FREE_MS = 5 * 60_000

type Span = { from: Instant; to: Instant; row: DayRow }

/** Entries and timers by start; free time is what no session covers, also where sessions overlap. */
export function dayRows(entries: readonly EntryView[], timers: readonly TimerView[], now: Instant): DayRow[] {
  const spans: Span[] = [
    ...entries
      .filter((entry) => !isAmount(entry))
      .map((entry): Span => ({
        from: entry.startAt,
        to: entry.endAt,
        row: { kind: 'entry', entry },
      })),
    ...timers.map((timer): Span => ({
      from: timer.startedAt,
      to: timer.state === 'stopped' ? (timer.segments.at(-1)?.end ?? now) : now,
      row: { kind: 'timer', timer },
    })),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
  // Amounts have no place among the times: they stand first (F9).
  const rows: DayRow[] = entries.filter(isAmount).map((entry) => ({ kind: 'entry', entry }))
  let covered: Instant | null = null
  for (const { from, to, row } of spans) {
    if (covered !== null && from - covered >= MIN_FREE_MS)
      rows.push({ kind: 'free', from: covered, to: from })
    rows.push(row)
    covered = Math.max(covered ?? to, to)
  }
  return rows
}
