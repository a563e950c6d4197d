// A zone's offset at a moment in words, to tell two equal wall-clock times apart.
import { toIso } from '../../../shared/base/instant.ts'
import type { Instant } from '../../../shared/base/instant.ts'

/** 'UTC+02:00'. */
export function offsetText(instant: Instant, zone: string): string {
  return `UTC${toIso(Math.floor(instant / 1000) * 1000, zone).slice(19)}`
}
