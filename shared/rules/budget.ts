// When a budget or bought hours run out at the pace of the last four weeks (I12).
import type { LocalDate } from '../base/localDate.ts'
import { addDays } from '../base/localDate.ts'

/** The pace is what was spent on these days, today included. */
export const PACE_DAYS = 28
export const paceSince = (today: LocalDate): LocalDate => addDays(today, 1 - PACE_DAYS)

/** Whoever is told of a day beyond believes it as little as that it never comes. */
const FARTHEST_DAYS = 3_650

/** The day on which the last of it is spent; null: it is spent already, nothing was spent lately, or it is ten years and more. */
export function runsOut(leftMs: number, paceMs: number, today: LocalDate): LocalDate | null {
  if (leftMs <= 0 || paceMs <= 0) return null
  const days = Math.ceil((leftMs * PACE_DAYS) / paceMs)
  return days > FARTHEST_DAYS ? null : addDays(today, days)
}
