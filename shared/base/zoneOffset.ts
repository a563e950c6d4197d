// Owns the one question all calendar work rests on: how far a zone's wall clock is from UTC at an instant.

const BUCKET_MS = 86_400_000
/** Instants lie in the years 1 to 9999 with a day to spare, so every local date has four digits. */
const MIN_INSTANT = -62_135_510_400_000
const MAX_INSTANT = 253_402_214_400_000
/** Per zone; 100 years of days. A bound, so that a strange import cannot fill the memory. */
const MAX_BUCKETS = 36_525

/** The offset within one UTC day: `before` until `changeAt`, `after` from then on. */
type DayOffset = { before: number; after: number; changeAt: number }

// A memory of a pure function (zone data does not change while a program runs): Intl needs 4 µs for an offset, and 20 ms for
// the first; a lookup here 0.1 µs. It holds nothing that a caller could observe but speed.
const offsetsByZone = new Map<string, Map<number, DayOffset>>()
const formats = new Map<string, Intl.DateTimeFormat>()

/** True for a safe-integer epoch millisecond whose local date has a four-digit year in every zone. */
export function isInstant(value: number): boolean {
  return Number.isSafeInteger(value) && value >= MIN_INSTANT && value <= MAX_INSTANT
}

/** True for a time zone name this program knows (`Europe/Berlin`, `UTC`); fixed offsets like `+01:00` are no zone. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    readOffset(0, text)
    return true
  } catch {
    return false
  }
}

/** The ms to add to an instant to get the zone's wall clock. Throws a RangeError for an unknown zone. */
export function offsetMsAt(instant: number, zone: string): number {
  let days = offsetsByZone.get(zone)
  if (days === undefined) {
    days = new Map()
    readOffset(0, zone) // throws before a wrong name is remembered
    offsetsByZone.set(zone, days)
  }
  const bucket = Math.floor(instant / BUCKET_MS)
  let day = days.get(bucket)
  if (day === undefined) {
    day = readDay(bucket * BUCKET_MS, zone)
    if (days.size >= MAX_BUCKETS) days.clear()
    days.set(bucket, day)
  }
  return instant < day.changeAt ? day.before : day.after
}

/** The wall clock at an instant, as the epoch ms at which UTC shows the same date and time. */
export function wallMsAt(instant: number, zone: string): number {
  return instant + offsetMsAt(instant, zone)
}

/** The instants, earliest first, at which the wall clock shows `wallMs`: none in a gap, two in an overlap. */
export function instantsAtWall(wallMs: number, zone: string): number[] {
  // No offset reaches 24 h, so a day on either side sees the offsets before and after any change nearby.
  const earlier = offsetMsAt(wallMs - BUCKET_MS, zone)
  const later = offsetMsAt(wallMs + BUCKET_MS, zone)
  if (earlier === later) return [wallMs - earlier]
  return [wallMs - earlier, wallMs - later]
    .filter((instant) => wallMsAt(instant, zone) === wallMs)
    .sort((a, b) => a - b)
}

/** The first instant at which the wall clock shows `wallMs` or, where that is skipped, what follows the gap. */
export function firstInstantReaching(wallMs: number, zone: string): number {
  const [first] = instantsAtWall(wallMs, zone)
  if (first !== undefined) return first
  let low = wallMs - BUCKET_MS
  let high = wallMs + BUCKET_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallMsAt(middle, zone) >= wallMs) high = middle
    else low = middle
  }
  return high
}

function readDay(start: number, zone: string): DayOffset {
  const before = readOffset(start, zone)
  const after = readOffset(start + BUCKET_MS - 1, zone)
  if (before === after) return { before, after, changeAt: Infinity }
  let low = start
  let high = start + BUCKET_MS - 1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (readOffset(middle, zone) === before) low = middle
    else high = middle
  }
  return { before, after, changeAt: high }
}

/** By the name that Intl gives the offset: GMT+02:00, GMT for none, and before zones were agreed on GMT+00:53:28. */
function readOffset(instant: number, zone: string): number {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const found = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name)
  if (found === null) throw new Error(`Intl names the offset of ${zone} ${name}`)
  const [, sign, hours = 0, minutes = 0, seconds = 0] = found
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** Per zone; `changeAt` is null on a day without a change. */
export type KnownOffsets = Record<
  string,
  { day: number; before: number; after: number; changeAt: number | null }[]
>

/** What is known of the month before and after an instant. */
export function offsetsAround(instant: number): KnownOffsets {
  const today = Math.floor(instant / BUCKET_MS)
  return Object.fromEntries(
    [...offsetsByZone].map(([zone, days]) => [
      zone,
      [...days]
        .filter(([day]) => Math.abs(day - today) <= 31)
        .map(([day, { before, after, changeAt }]) => ({
          day,
          before,
          after,
          changeAt: changeAt === Infinity ? null : changeAt,
        })),
    ]),
  )
}

/** Takes over what an earlier program knew, by the same rules of zones. */
export function learnOffsets(known: KnownOffsets): void {
  for (const [zone, days] of Object.entries(known)) {
    const here = offsetsByZone.get(zone) ?? new Map<number, DayOffset>()
    for (const { day, changeAt, ...offsets } of days)
      if (!here.has(day)) here.set(day, { ...offsets, changeAt: changeAt ?? Infinity })
    offsetsByZone.set(zone, here)
  }
}
