// The form of everything that --json prints: instants as ISO 8601 with the zone's offset, durations in seconds.
import { isInstant, toIso } from '../shared/base/instant.ts'
import { parseIso } from '../shared/base/instant.ts'

const INSTANT_NAMES = new Set([
  'at',
  'now',
  'from',
  'to',
  'start',
  'end',
  'entrance',
  'exit',
  'runningSince',
  'lastContact',
])
const isInstantKey = (key: string) => INSTANT_NAMES.has(key) || key.endsWith('At')

/**
 * Goes by the contract's naming rule. A number under `at`, `now`, `from`, `to`, `start`, `end`, `entrance`, `exit`,
 * `runningSince` or a name that ends in `At` is an instant (epoch ms) and becomes '2026-03-03T09:02:00+01:00' in
 * `zone`. A name that ends in `Ms` (or is `ms`) is a duration: its number is given in seconds and the ending becomes
 * `Seconds`. Everything else stays: dates and months are text already, `…Minutes` are minutes, `…Minor` minor units.
 */
export function forJson(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((item) => forJson(item, zone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      if (isInstantKey(key) && typeof item === 'number' && isInstant(item)) return [key, toIso(item, zone)]
      const isDuration = (key === 'ms' || key.endsWith('Ms')) && (typeof item === 'number' || item === null)
      if (isDuration) return [inSeconds(key), item === null ? null : item / 1000]
      return [key, forJson(item, zone)]
    }),
  )
}

/** The other way, for `call`: ISO texts under the names of instants become epoch ms; what cannot be read stays. */
export function fromJson(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((item) => fromJson(item, zone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      const read = isInstantKey(key) && typeof item === 'string' ? parseIso(item, zone) : null
      return [key, read?.ok ? read.value : fromJson(item, zone)]
    }),
  )
}

const inSeconds = (key: string) => (key === 'ms' ? 'seconds' : `${key.slice(0, -2)}Seconds`)
