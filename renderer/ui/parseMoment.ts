// How a typed moment is understood: a time alone on a day that is known, or a date and a time.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { parseDate, parseTime } from './parseTyped.ts'

/** null for what is neither; 'HH:MM' or 'HH:MM:SS' as parseTime has it. */
export function parseMoment(
  text: string,
  day: LocalDate,
  today: LocalDate,
  locale: string,
): { date: LocalDate; time: string } | null {
  const typed = text.trim()
  const alone = parseTime(typed)
  if (alone !== null) return { date: day, time: alone }
  // The date may have blanks in it, and so may the time ("3 3 2026 9 pm"): from the longest date to the shortest.
  const words = typed.split(/[\s,]+/)
  for (let at = words.length - 1; at > 0; at -= 1) {
    const date = parseDate(words.slice(0, at).join(' '), today, locale)
    const time = parseTime(words.slice(at).join(' '))
    if (date !== null && time !== null) return { date, time }
  }
  return null
}
