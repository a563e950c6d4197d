// How long the hostile tests run, and the seed that replays them: DAYBOOK_HOSTILE=short|long, DAYBOOK_SEED=number.
// The short run within `npm test` tries the same each time, so that it says something about the change; the long one explores.

export const LONG = process.env.DAYBOOK_HOSTILE === 'long'

/** The number of tries: a taste within `npm test`, the whole by `npm run test:hostile`. */
export const tries = (short: number, long: number): number => (LONG ? long : short)

const given = process.env.DAYBOOK_SEED
const USUAL_SEED = 20_261_122
/** Printed with every failure and in docs/reliability.md; the same seed makes the same acts. */
export const SEED =
  given !== undefined && given !== '' ? Number(given) : LONG ? Date.now() % 2_000_000_000 : USUAL_SEED

/** How long one property is tried at most. */
const SECONDS = Number(process.env.DAYBOOK_HOSTILE_SECONDS ?? (LONG ? 900 : 3))

/** Time for one test: the short suite as a whole stays within seconds. */
export const LIMIT_MS = LONG ? 3_600_000 : 120_000

console.log(
  `hostile: ${LONG ? 'long' : 'short'}, seed ${SEED} (replay: npm run test:hostile -- FILE${LONG ? '' : ' --short'} --seed=${SEED})`,
)

/** For fast-check: at most `short` or `long` runs; how many there is time for is up to `whileTime`. */
export const runs = (short: number, long: number) => ({
  seed: SEED,
  numRuns: tries(short, long),
  endOnFailure: process.env.DAYBOOK_SHRINK === undefined,
})

/**
 * A property that is tried as long as there is time, and at least once: on a busy machine fewer runs that all passed are a
 * pass, and none is cut off in its middle.
 */
export function whileTime<T extends unknown[]>(
  property: (...values: T) => Promise<void>,
): (...values: T) => Promise<void> {
  let until: number | null = null
  return async (...values) => {
    if (until !== null && performance.now() > until) return
    until ??= performance.now() + SECONDS * 1_000
    await property(...values)
  }
}

/**
 * The seeds of a test that is run whole for each: DAYBOOK_SEEDS=3, 3,9 or 1..50, so that a long run can be split and repeated. Else as many as
 * that, from SEED on.
 */
export function SEEDS(short: number, long: number): number[] {
  const named = process.env.DAYBOOK_SEEDS
  if (named === undefined || named === '')
    return Array.from(
      { length: given === undefined || given === '' ? tries(short, long) : 1 },
      (_, n) => SEED + n,
    )
  return named.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split('..').map(Number)
    if (!Number.isInteger(from) || !Number.isInteger(to))
      throw new Error(`DAYBOOK_SEEDS=${named}: 3, 3,9 or 1..50`)
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  })
}

/** How much is done in one such run: DAYBOOK_STEPS=number. */
export const STEPS = (short: number, long: number): number =>
  Number(process.env.DAYBOOK_STEPS || tries(short, long))
