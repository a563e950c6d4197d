// Steps of extra hours and supplements while they are typed: what cannot be read yet is null.
import type { Employment, SupplementOn } from '../../../shared/entities/employment.ts'

export type StepDraft = { minutes: number | null; percent: number | null }
export type SupplementDraft = {
  on: SupplementOn
  fromMinute: number | null
  toMinute: number | null
  percent: number | null
}

/** The last step takes all that are left, whatever stands in its time. null: something cannot be read. */
export function completeSteps(steps: readonly StepDraft[]): Employment['extraSteps'] | null {
  const read = steps.flatMap(({ minutes, percent }, index): Employment['extraSteps'] => {
    const last = index === steps.length - 1
    if (percent === null || (!last && (minutes === null || minutes < 1))) return []
    return [{ minutes: last ? null : minutes, percent }]
  })
  return read.length === steps.length ? read : null
}

export function completeSupplements(
  supplements: readonly SupplementDraft[],
): Employment['supplements'] | null {
  const read = supplements.flatMap(({ on, fromMinute, toMinute, percent }): Employment['supplements'] =>
    fromMinute === null || toMinute === null || percent === null || percent < 1
      ? []
      : [{ on, fromMinute, toMinute, percent }],
  )
  return read.length === supplements.length ? read : null
}

/** 'HH:MM', and 24:00 for the end of the day. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
