// How a typed moment is understood: a time alone on a day that is known, or a date and a time.
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { onItsDay, parseTime } from '../../../shared/base/typedTime.ts'
import { parseDate } from './parseTyped.ts'

/** null for what is neither. `over` is the time that is replaced (see parseTime). */
export function parseMoment(
  text: string,
  day: LocalDate,
  today: LocalDate,
  locale: string,
  over: string | null = null,
): { date: LocalDate; time: string } | null {
  const typed = text.trim()
  const reading = { over, locale }
  const alone = parseTime(typed, reading)
  if (alone !== null) return onItsDay({ date: day, time: alone })
  // The date may have blanks in it, and so may the time ("3 3 2026 9 pm"): from the longest date to the shortest.
  const words = typed.split(/[\s,]+/)
  for (let at = words.length - 1; at > 0; at -= 1) {
    const date = parseDate(words.slice(0, at).join(' '), today, locale, 'past')
    const time = parseTime(words.slice(at).join(' '), reading)
    if (date !== null && time !== null) return onItsDay({ date, time })
  }
  return null
}
