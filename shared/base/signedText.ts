// Amounts as they are typed into an account, with a minus sign for fewer: hours in minutes, and days in hundredths of one.
import { MINUTE_MS, parseDuration } from './duration.ts'

/** Whole minutes; null: not to be read. */
export function readMinutes(text: string): number | null {
  const { negative, size } = signOf(text)
  const read = parseDuration(size)
  return read.ok ? signed(negative, Math.round(read.value / MINUTE_MS)) : null
}

/** With a point or a comma, in hundredths of a day; null: not to be read. */
export function readDays(text: string): number | null {
  const { negative, size } = signOf(text)
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(size)
  if (match === null) return null
  const [, whole = '0', part = ''] = match
  return signed(negative, Number(whole) * 100 + Number(part.padEnd(2, '0')))
}

function signOf(text: string): { negative: boolean; size: string } {
  const typed = text.trim()
  const negative = /^[-−]/.test(typed)
  return { negative, size: negative ? typed.slice(1).trimStart() : typed }
}

/** Without ever making −0. */
const signed = (negative: boolean, size: number): number => (negative && size !== 0 ? -size : size)
