// Instants in file names: sortable, UTC, and without the colons that Windows forbids.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../shared/base/instant.ts'

/** 2026-11-22T20-35-00Z */
export function fileStamp(now: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toString({ smallestUnit: 'second' }).replaceAll(':', '-')
}

/** The instant of a stamp; null for anything else. */
export function parseFileStamp(stamp: string): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\dZ)$/.exec(stamp)
  if (!parts) return null
  try {
    return Temporal.Instant.from(`${parts[1]}:${parts[2]}:${parts[3]}`).epochMilliseconds
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
