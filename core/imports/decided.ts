// What was decided on each row, kept small: most rows are taken, and only the others have more to say.
import type { AppError } from '../../shared/contract/errors.ts'
import type { MadeNoun, MadeThing, RowState } from '../../shared/contract/timeImport.ts'
import { MADE_NOUNS, ROW_STATES } from '../../shared/contract/timeImport.ts'
import type { RowDecision } from '../../shared/rules/imports/decide.ts'

export type Kept = Pick<
  RowDecision,
  'state' | 'reason' | 'startAt' | 'endAt' | 'workDate' | 'durationMs' | 'pauseMs' | 'made'
>

export type Decisions = {
  add(decision: Kept): void
  at(row: number): Kept
  /** The rows of that state, or all, from one of them on. */
  rows(state: RowState | undefined, offset: number, limit: number): { rows: number[]; total: number }
  counts: Record<RowState, number>
  sums: Record<RowState, number>
  made: { counts: Record<MadeNoun, number>; first: MadeThing[] }
}

const MOST_NAMED = 200
const NONE = -1

export function createDecisions(size: number): Decisions {
  const states = new Uint8Array(size)
  const starts = new Float64Array(size)
  const ends = new Float64Array(size)
  const lengths = new Float64Array(size)
  const others = new Map<number, Pick<Kept, 'reason' | 'workDate' | 'pauseMs' | 'made'>>()
  const counts = { new: 0, same: 0, refused: 0 }
  const sums = { new: 0, same: 0, refused: 0 }
  const made = {
    counts: Object.fromEntries(MADE_NOUNS.map((noun) => [noun, 0])) as Record<MadeNoun, number>,
    first: [] as MadeThing[],
  }
  let next = 0
  return {
    counts,
    sums,
    made,
    add(decision) {
      const { state, reason, startAt, endAt, workDate, durationMs, pauseMs } = decision
      states[next] = ROW_STATES.indexOf(state)
      starts[next] = startAt ?? NONE
      ends[next] = endAt ?? NONE
      lengths[next] = durationMs
      if (reason !== null || workDate !== null || pauseMs > 0 || decision.made.length > 0)
        others.set(next, { reason, workDate, pauseMs, made: decision.made })
      counts[state] += 1
      sums[state] += durationMs
      for (const thing of decision.made) {
        made.counts[thing.noun] += 1
        if (made.first.length < MOST_NAMED) made.first.push(thing)
      }
      next += 1
    },
    at(row) {
      const more = others.get(row) ?? {
        reason: null as AppError | null,
        workDate: null,
        pauseMs: 0,
        made: [],
      }
      const instant = (list: Float64Array): number | null => {
        const value = list[row] ?? NONE
        return value === NONE ? null : value
      }
      return {
        ...more,
        state: ROW_STATES[states[row] ?? 0] ?? 'refused',
        startAt: instant(starts),
        endAt: instant(ends),
        durationMs: lengths[row] ?? 0,
      }
    },
    rows(state, offset, limit) {
      if (state === undefined) {
        const count = Math.max(0, Math.min(limit, next - offset))
        return { rows: Array.from({ length: count }, (_, index) => offset + index), total: next }
      }
      const wanted = ROW_STATES.indexOf(state)
      const rows: number[] = []
      for (let row = 0, seen = 0; row < next && rows.length < limit; row += 1) {
        if (states[row] !== wanted) continue
        if (seen >= offset) rows.push(row)
        seen += 1
      }
      return { rows, total: counts[state] }
    },
  }
}
