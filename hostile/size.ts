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

/** For fast-check: as many runs as there is time for, at most `short` or `long`; within `npm test` a few seconds. */
export const runs = (short: number, long: number) => ({
  seed: SEED,
  numRuns: tries(short, long),
  interruptAfterTimeLimit: SECONDS * 1_000,
  // Where time was short, fewer runs that all passed are a pass.
  markInterruptAsFailure: false,
  endOnFailure: process.env.DAYBOOK_SHRINK === undefined,
})
