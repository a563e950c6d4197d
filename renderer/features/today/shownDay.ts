// Which day the address shows on the Today page, and the hour that a new entry of that day is begun with.
import { isLocalDate } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { instantOf } from '../../../shared/base/wallTime.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'

/** Without a date it is today, also after midnight. */
export const dayPath = (date: LocalDate | null): string => (date === null ? '/' : `/day/${date}`)

/** The addresses of the page: today, and any day. */
export const DAY_PATHS = /^\/(?:day(?:\/[^/]*)?\/?)?$/

/** null: the address names no day, so it is today, or another page. */
export function shownDay(location: string): LocalDate | null {
  const date = /^\/day\/([^/]+)$/.exec(location)?.[1]
  return date !== undefined && isLocalDate(date) ? date : null
}

/**
 * What has not happened yet is no day to look back on, and what is no date is no day at all. The address of another page says nothing of
 * days: it is read here as well, in the moment before that page comes.
 */
export function isNoDay(location: string, today: LocalDate | undefined): boolean {
  if (location === '/' || !DAY_PATHS.test(location)) return false
  const date = shownDay(location)
  return date === null || (today !== undefined && date > today)
}

/** From nine to ten, as the clocks of that day show it. */
export function presetOn(date: LocalDate, zone: string): Required<Pick<EntryPreset, 'startAt' | 'endAt'>> {
  const at = (time: string) => {
    const reading = instantOf(date, time, zone)
    return reading.kind === 'once' ? reading.instant : reading.kind === 'twice' ? reading.first : reading.next
  }
  return { startAt: at('09:00'), endAt: at('10:00') }
}
