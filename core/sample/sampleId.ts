// Ids of the sample data: in the form of ULIDs, and the same every time.
import type { Instant } from '../../shared/base/instant.ts'
import type { Id } from '../../shared/entities/entity.ts'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A different letter for each noun, so that equal counts do not meet. */
export type IdKind =
  | 'H'
  | 'Z'
  | 'N'
  | 'W'
  | 'X'
  | 'B'
  | 'G'
  | 'U'
  | 'E'
  | 'C'
  | 'K'
  | 'T'
  | 'S'
  | 'J'
  | 'P'
  | 'R'
  | 'L'
  | 'O'
  | 'D'
  | 'A'
  | 'F'
  | 'M'
  | 'Q'
  | 'V'
  | 'Y'

/** Ten characters of the moment, like a ULID, so that ids sort by time and indexes grow at their end. */
export function timePrefix(at: Instant): string {
  return base32(Math.max(0, at), 10)
}

/** Prefix, kind and count make 26 characters; the count is below 2³⁰. */
export function sampleId(prefix: string, kind: IdKind, count: number): Id {
  return `${prefix}${kind}SAMP00000${base32(count, 6)}`
}

function base32(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let index = 0; index < length; index += 1) {
    text = DIGITS.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
