// Owns dice that can be thrown again: a small generator whose throws follow from its seed alone (sample data, simulations).

export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True with the probability `share`. */
  chance(share: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for plausible data, never for secrets.
 * More numbers after the seed make an independent stream, e.g. one for each user and day, so that what is made for a day
 * does not depend on what was made before it.
 */
export function createRandom(seed: number, ...stream: readonly number[]): Random {
  let state = stream.reduce((mixed, part) => mix(mixed ^ mix(part | 0)), mix(seed | 0))
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state) / 0x1_0000_0000
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
  }
}

/** Mulberry32's finaliser: every bit of the number changes about half of the bits of the result, 0 to 2³² − 1. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}
