// Which breaks are demanded of whom works long: by the law of a country, or as a firm has agreed. Warnings go by it, never time.
import { z } from 'zod'
import { once } from '../base/once.ts'

/** Whose law is known here, and the firm's own values. */
export const KNOWN_LAWS = ['DE', 'AT', 'FR', 'ES', 'GB'] as const
export const BreakLaw = z.enum([...KNOWN_LAWS, 'own'])
export type BreakLaw = z.infer<typeof BreakLaw>

export const MOST_BREAK_STEPS = 4

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

export const BreakValues = once(() =>
  z.object({
    /** Worked for longer than `overMinutes`: breaks of `minutes` together. */
    steps: z
      .array(z.object({ overMinutes: z.int().min(1).max(1_439), minutes: z.int().min(1).max(480) }))
      .max(MOST_BREAK_STEPS)
      .refine(
        (steps) =>
          rises(steps.map(({ overMinutes }) => overMinutes)) && rises(steps.map(({ minutes }) => minutes)),
        { error: 'each step is after longer work than the one before it, and demands a longer break' },
      ),
    /** What is shorter is no break. */
    pieceMinutes: z.int().min(1).max(480),
    /** At most so long without a break; null: the sum alone counts. */
    longestMinutes: z.int().min(1).max(1_440).nullable(),
  }),
)
export type BreakValues = z.infer<ReturnType<typeof BreakValues>>

export const BreakRule = once(() =>
  z
    .object({
      law: BreakLaw,
      /** Where the firm has its own. */
      own: BreakValues().nullable(),
    })
    .refine(({ law, own }) => (law === 'own') === (own !== null), {
      error: 'own values are given where they hold, and only there',
    }),
)
export type BreakRule = z.infer<ReturnType<typeof BreakRule>>
