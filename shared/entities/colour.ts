// The colours that things are given, so that they are told apart at a glance: tags, customers, projects.
import { z } from 'zod'

/** Each has a tone for either scheme in which its text can be read (labelTones.ts). */
export const Colour = z.enum(['blue', 'green', 'orange', 'violet', 'teal', 'red', 'yellow', 'pink'])
export type Colour = z.infer<typeof Colour>

/** The colour that the fewest of the others have, the first of these in order. */
export function colourInTurn(others: Iterable<{ readonly colour: Colour }>): Colour {
  const used = new Map<Colour, number>(Colour.options.map((colour) => [colour, 0]))
  for (const { colour } of others) used.set(colour, (used.get(colour) ?? 0) + 1)
  const times = (colour: Colour): number => used.get(colour) ?? 0
  return Colour.options.reduce((least, colour) => (times(colour) < times(least) ? colour : least))
}
