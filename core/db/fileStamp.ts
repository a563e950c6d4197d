// Instants in file names: sortable, UTC, and without the colons that Windows forbids.
import { parseIso, toUtc } from '../../shared/base/instant.ts'
import type { Instant } from '../../shared/base/instant.ts'

/** 2026-11-22T20-35-00Z */
export const fileStamp = (now: Instant): string => toUtc(now).replaceAll(':', '-')

/** The instant of a stamp; null for anything else. */
export function parseFileStamp(stamp: string): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\dZ)$/.exec(stamp)
  if (!parts) return null
  const at = parseIso(`${parts[1]}:${parts[2]}:${parts[3]}`, 'UTC')
  return at.ok ? at.value : null
}
